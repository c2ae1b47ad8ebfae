import type { Language } from '#libs/errors';
import { html, inLanguage, instant, yuan, type Markup } from './markup.js';
import type { CallEntry, FundedRound, Notice, Question, WholeCall } from './views.js';

export interface PlainPage {
  readonly title: string;
  readonly body: Markup;
}

type Draw<View> = (view: View, language: Language) => PlainPage;

const words = (language: Language) => (zh: string, en: string): string => (language === 'zh' ? zh : en);

function callRow(call: CallEntry, language: Language): Markup {
  const [say, t] = [inLanguage(language), words(language)];
  return html`<li><a href="/calls/${call.id}">${say(call.title)}</a> · ${call.number} · ${say(call.label)}<br>
    ${call.organisers.map(({ name }) => say(name)).join(t('、', ', '))} · ${t('申报', 'applications')} ${instant(call.opensAt)} – ${instant(call.closesAt)}${t('（北京时间）', ' (Beijing time)')} · ${t('资金总额', 'pool')} ${yuan(call.poolFen)}</li>`;
}

export const calls: Draw<{ readonly items: readonly CallEntry[] }> = ({ items }, language) => {
  const t = words(language);
  return {
    title: t('征集公告', 'Calls for proposals'),
    body: html`<h1>${t('征集公告', 'Calls for proposals')}</h1>${items.length > 0 ? html`<ul>${items.map((call) => callRow(call, language))}</ul>` : html`<p>${t('目前没有公开的征集。', 'No call is published at present.')}</p>`}`,
  };
};

export const call: Draw<WholeCall> = (view, language) => {
  const [say, t] = [inLanguage(language), words(language)];
  const criteria = view.rulebook.scoring.stages.map((stage) => html`<li>${say(stage.title)} ${stage.weight} %：${stage.blocs.flatMap((bloc) => bloc.criteria).map(({ title, max }) => `${say(title)} ${max}`).join(t('、', ', '))}</li>`);
  return {
    title: say(view.title),
    body: html`<h1>${say(view.title)}</h1><ul>${callRow(view, language)}</ul>
      ${boardsOf(view, language)}<h2>${t('类别', 'Categories')}</h2><ul>${view.categories.map(({ title, seats }) => html`<li>${say(title)}${seats === null ? '' : t(`（${seats} 个名额）`, ` (${seats} seats)`)}</li>`)}</ul>
      <h2>${t('谁可以申报', 'Who may apply')}</h2><ul>${view.rulebook.eligibility.map(({ text }) => html`<li>${say(text)}</li>`)}</ul>
      <h2>${t('时间', 'Dates')}</h2><ul>${view.stages.map(({ title, opensAt, closesAt }) => html`<li>${say(title)} ${opensAt ? instant(opensAt) : ''} – ${closesAt ? instant(closesAt) : ''}</li>`)}</ul>
      <h2>${t('怎样评分', 'How it is scored')}</h2><ul>${criteria}</ul>
      ${answersOf(view, language)}
      <p><a href="/calls/${view.id}/questions">${t('申报书全部问题', 'All questions of the form')}</a></p>
      <p>${t('规则文本的 SHA-256：', 'SHA-256 of the rules: ')}${view.rulebookHash}</p>`,
  };
};

function boardsOf({ boards, categories }: WholeCall, language: Language): Markup | string {
  const [say, t] = [inLanguage(language), words(language)];
  if (boards.length === 0) return '';
  const held = (keys: readonly string[]): string => categories.filter(({ key }) => keys.includes(key)).map(({ title }) => say(title)).join(t('、', ', '));
  return html`<h2>${t('板块', 'Boards')}</h2><ul>${boards.map(({ title, poolFen, closesAt, categoryKeys }) => html`<li>${say(title)}：${yuan(poolFen)}，${t('截止', 'closes')} ${instant(closesAt)}（${held(categoryKeys)}）</li>`)}</ul>`;
}

function answersOf({ answers, asking }: WholeCall, language: Language): Markup {
  const [say, t] = [inLanguage(language), words(language)];
  const until = asking.allowed ? t(`提问截止 ${instant(asking.until)}（北京时间）`, `Questions are taken until ${instant(asking.until)} (Beijing time)`) : asking.reason ? say(asking.reason) : '';
  return html`<h2>${t('公开答疑', 'Questions and answers')}</h2>
      <dl>${answers.map(({ question, answer, answeredAt }) => html`<dt>${question}</dt><dd>${answer}<br>${t('答复于', 'answered')} ${instant(answeredAt)}</dd>`)}</dl>
      <p>${answers.length === 0 ? t('还没有答疑。', 'No question has been answered yet. ') : ''}${until}</p>`;
}

export const questions: Draw<WholeCall> = (view, language) => {
  const [say, t] = [inLanguage(language), words(language)];
  const one = (question: Question): Markup => html`<li>${say(question.title)}${question.required ? t('（必填）', ' (required)') : ''}${question.limit ? t(`（不超过 ${question.limit.max} 字）`, ` (at most ${question.limit.max} characters)`) : ''}${question.help ? html`<br>${say(question.help)}` : ''}${optionsOf(question, view, language)}</li>`;
  return {
    title: `${say(view.title)} · ${t('申报书全部问题', 'All questions of the form')}`,
    body: html`<h1>${say(view.title)}</h1><p><a href="/api/public/calls/${view.id}/questions.pdf?lang=${language}">${t('下载全部问题（PDF）', 'Download all questions (PDF)')}</a></p>${view.rulebook.form.sections.map((section) => html`<h2>${say(section.title)}</h2>${section.guidance ? html`<p>${say(section.guidance)}</p>` : ''}<ol>${section.questions.map(one)}</ol>`)}
      <h2>${t('申报承诺', 'Declaration')}</h2><p>${say(view.rulebook.form.declaration)}</p>`,
  };
};

function optionsOf({ options }: Question, view: WholeCall, language: Language): Markup | string {
  if (!options) return '';
  const list = options === 'categories' ? view.categories : options;
  return html`<br>${list.map(({ title }) => inLanguage(language)(title)).join(' / ')}`;
}

export const notices: Draw<readonly Notice[]> = (items, language) => {
  const [say, t] = [inLanguage(language), words(language)];
  return {
    title: t('公示', 'Public notices'),
    body: html`<h1>${t('公示', 'Public notices')}</h1>${items.length > 0 ? html`<ul>${items.map((one) => html`<li><a href="/notices/${one.callId}">${say(one.content.title)}</a> · ${one.firstDay} – ${one.lastDay}</li>`)}</ul>` : html`<p>${t('目前没有公示。', 'There is no notice at present.')}</p>`}`,
  };
};

export const notice: Draw<readonly Notice[]> = (versions, language) => {
  const [say, t] = [inLanguage(language), words(language)];
  const latest = versions[0]!;
  const { content } = latest;
  return {
    title: say(content.title),
    body: html`<h1>${say(content.title)}</h1><p>${content.callNumber} · ${content.organisers.map(say).join(t('、', ', '))}</p>
      ${latest.withdrawnReason ? html`<p>${t('已撤下：', 'Taken down: ')}${latest.withdrawnReason}</p>` : ''}
      <p>${t('公示期：', 'On notice: ')}${latest.firstDay} – ${latest.lastDay}</p>
      <table><thead><tr><th>${t('机构', 'Organisation')}</th><th>${t('项目', 'Project')}</th><th>${t('类别', 'Category')}</th><th>${t('金额', 'Amount')}</th></tr></thead>
      <tbody>${content.rows.map((row) => html`<tr><td>${row.organisation}</td><td>${row.project}</td><td>${row.category}</td><td>${row.amount === undefined ? '' : yuan(row.amount)}</td></tr>`)}</tbody></table>
      ${latest.totalFen === undefined ? '' : html`<p>${t('合计：', 'Total: ')}${yuan(latest.totalFen)} ${latest.totalInWords ?? ''}</p>`}
      <p>${t('异议：', 'Objections: ')}${say(content.channel)}</p><p>SHA-256 ${latest.hash}</p>`,
  };
};

export const funded: Draw<{ readonly items: readonly FundedRound[] }> = ({ items }, language) => {
  const [say, t] = [inLanguage(language), words(language)];
  return {
    title: t('资助了什么', 'What was funded'),
    body: html`<h1>${t('资助了什么', 'What was funded')}</h1>${items.map((round) => html`<h2>${round.year} · ${say(round.title)}</h2><p>${round.number} · ${say(round.organiser)}</p>
      <ul>${round.list.map((one) => html`<li>${[one.project, one.organisation, one.category && say(one.category), one.amountFen === null ? null : yuan(one.amountFen), say(one.state)].filter((part) => part !== null).join(' · ')}</li>`)}</ul>`)}`,
  };
};
