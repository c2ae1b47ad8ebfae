import type { Rulebook, SentenceView } from '../../../api/index.js';
import { useJoin, useSay, useTexts } from '../../../ui/index.js';
import { boardsWords } from '../plain/boards.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark, SourceMark } from './basis-mark.js';
import { Part } from './part.js';

/** What a budget may hold, every rule in the words of its source. */
export function BudgetPart({ book }: { readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const names = useNames();
  const { sources, costs, rules, lineDetail } = book.budget;
  return (
    <Part id="budget" title={t('budget')}>
      <ul className="told">
        <li>{t('budget_sources', { names: names(sources.map(({ title }) => title)) })}</li>
        <li>{t('budget_costs', { names: names(costs.map(({ title }) => title)) })}</li>
        {lineDetail === 'required' ? <li>{t('line_detail')}</li> : null}
      </ul>
      <ol className="rule-list" style={{ marginTop: 12 }}>
        {rules.map((rule, index) => {
          const only = boardsWords(rule, book);
          return (
          <li key={`${index} ${rule.id}`}>
            <span>{say(rule.text)}</span>
            <span className="meta">
              <span>{rule.effect === 'refuse' ? t('budget_refuse') : t('budget_warn')}</span>
              <span>{t('applies_to', { names: names(sources.filter(({ key }) => rule.appliesTo.includes(key)).map(({ title }) => title)) })}</span>
              {only ? <span>{say(only)}</span> : null}
              {rule.source ? <SourceMark book={book} source={rule.source} /> : null}
            </span>
          </li>
          );
        })}
      </ol>
      <BasisMark book={book} pointer="/budget" />
    </Part>
  );
}

function useNames(): (titles: readonly SentenceView[]) => string {
  const say = useSay();
  const join = useJoin();
  return (titles) => join(titles.map(say));
}
