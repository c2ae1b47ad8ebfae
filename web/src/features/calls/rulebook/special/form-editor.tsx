import { useLanguage, useTexts } from '../../../../ui/index.js';
import type { RulebookForm } from '../../../../api/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { anchorOf } from '../fields/field-frame.js';
import { Fields, GroupName, VariantField } from '../fields/group-fields.js';
import { AddRow, Folded } from '../fields/list-field.js';
import { NodeField } from '../fields/node-field.js';
import { say } from '../fields/words.js';
import { carriedGrounds } from '../grounds.js';
import { sayWord } from '../labels/index.js';
import type { Path } from '../paths.js';
import { FramedQuestion } from '../preview/applicant-preview.js';
import { useBranches, useFields, useItems } from './use-schema.js';

const SECTIONS = ['form', 'sections'] as const;
type Section = RulebookForm['sections'][number];

/** The form as the applicant meets it: sections, and in each its questions. */
export function FormEditor() {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const sections = useBook().form?.sections ?? [];
  const fields = useFields(['form']);
  const items = useItems(SECTIONS);
  return (
    <>
      <fieldset className="rule-group rule-list" id={anchorOf(SECTIONS)}>
        <GroupName path={SECTIONS} />
        <ol>
          {sections.map((section, index) => (
            <Folded key={section.key} path={SECTIONS} index={index} item={section} beside={<span className="quiet">{t('form_question_count', { count: section.questions.length })}</span>}>
              <SectionFields index={index} section={section} />
            </Folded>
          ))}
        </ol>
        {readOnly ? null : <AddRow path={SECTIONS} items={items} word={t('form_add_section')} />}
      </fieldset>
      <h3>{t('form_rest')}</h3>
      <Fields path={['form']} Node={NodeField} fields={fields} leaveOut={['sections']} />
    </>
  );
}

function SectionFields({ index, section }: { readonly index: number; readonly section: Section }) {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const here = [...SECTIONS, String(index)];
  const list = [...here, 'questions'];
  const fields = useFields(here);
  const items = useItems(list);
  return (
    <>
      <Fields path={here} Node={NodeField} fields={fields} leaveOut={['questions']} />
      <fieldset className="rule-group rule-list questions" id={anchorOf(list)}>
        <GroupName path={list} />
        <ol>
          {section.questions.map((question, at) => (
            <Folded key={question.key} path={list} index={at} item={question} beside={<QuestionFacts question={question} />}>
              <QuestionFields path={[...list, String(at)]} list={list} sections={index} />
            </Folded>
          ))}
        </ol>
        {readOnly ? null : <AddRow path={list} items={items} word={t('form_add_question')} />}
      </fieldset>
    </>
  );
}

function QuestionFacts({ question }: { readonly question: Section['questions'][number] }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const limit = 'limit' in question ? t('preview_limit', { max: question.limit.max }) : '';
  const facts = [sayWord('form.sections.*.questions.*', question.kind, language), question.required ? t('preview_required') : t('preview_optional'), limit];
  return <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>;
}

function QuestionFields({ path, list, sections }: { readonly path: Path; readonly list: Path; readonly sections: number }) {
  const items = useItems(list);
  const { tag, branches } = useBranches(items);
  return (
    <>
      <VariantField path={path} Node={NodeField} tag={tag} branches={branches} />
      <MoveToSection path={path} from={sections} />
      <Live path={path} />
    </>
  );
}

/** The question as an applicant meets it, while it is being written. */
function Live({ path }: { readonly path: Path }) {
  const t = useTexts(editorTexts);
  const book = useBook();
  const [question] = useField(path);
  return question ? (
    <section className="question-live" aria-label={t('as_applicant')}>
      <p className="live-name">{t('as_applicant')}</p>
      <FramedQuestion question={question as Section['questions'][number]} book={book} />
    </section>
  ) : null;
}

/** A question goes to the end of another section with everything that it asks. */
function MoveToSection({ path, from }: { readonly path: Path; readonly from: number }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { store, readOnly } = useEditor();
  const [question] = useField(path);
  const sections = useBook().form.sections;
  if (readOnly || sections.length < 2) return null;
  const move = (to: number) => {
    const [list, target] = [[...SECTIONS, String(from), 'questions'], [...SECTIONS, String(to), 'questions']];
    const [here, there] = [sections[from]?.questions ?? [], sections[to]?.questions ?? []];
    const { basis } = store.book;
    store.setAll([
      [list, here.filter((one) => one !== question)],
      [target, [...there, question]],
      ...(basis ? [[['basis'], carriedGrounds(basis, list, Number(path.at(-1)), [...target, String(there.length)])] as const] : []),
    ]);
  };
  return (
    <label className="move-to">
      {t('form_move_to')}
      <select className="input" value={from} onChange={(event) => move(Number(event.target.value))}>
        {sections.map((section, index) => (
          <option key={section.key} value={index}>
            {say(section.title, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
