import type { Rulebook } from '../../../../api/index.js';
import { Icon, TextAreaField, useLanguage } from '../../../../ui/index.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { pointerOf, type Path } from '../paths.js';
import { BasisTag, type Basis } from './basis-mark.js';
import { say, useTold } from './words.js';

/** What a rule rests on, to be given, changed or removed: a published text, or our own choice with its reason. */
export function BasisEditor({ path }: { readonly path: Path }) {
  return <BasisAt pointer={pointerOf(path)} />;
}

export function BasisAt({ pointer }: { readonly pointer: string }) {
  const t = useTold();
  const { readOnly } = useEditor();
  const sources = useBook().sources ?? [];
  const [value, set] = useField(['basis', pointer]);
  const basis = value as Basis | undefined;
  if (readOnly) return basis ? <BasisTag basis={basis} sources={sources} /> : null;
  if (!basis) {
    return (
      <button type="button" className="button plain basis-add" onClick={() => set(blankBasis(sources))}>
        <Icon name="plus" />
        {t('ground_add')}
      </button>
    );
  }
  return (
    <fieldset className="basis-editor">
      <legend>{t('ground')}</legend>
      <Kind basis={basis} sources={sources} onChange={set} />
      {basis.kind === 'source' ? <FromSource basis={basis} sources={sources} onChange={set} /> : <OwnChoice basis={basis} sources={sources} onChange={set} />}
      <button type="button" className="link-button" onClick={() => set(undefined)}>
        {t('ground_remove')}
      </button>
    </fieldset>
  );
}

const blankBasis = (sources: Rulebook['sources']): Basis => (sources[0] ? { kind: 'source', ref: sources[0].key } : { kind: 'assumption', why: { zh: '', en: '' } });

interface PartProps<Of extends Basis = Basis> {
  readonly basis: Of;
  readonly sources: Rulebook['sources'];
  readonly onChange: (basis: Basis) => void;
}

function Kind({ basis, sources, onChange }: PartProps) {
  const t = useTold();
  const choose = (kind: string) => onChange(kind === 'source' ? { kind, ref: sources[0]?.key ?? '' } : { kind: 'assumption', why: { zh: '', en: '' } });
  return (
    <label className="field">
      <span>{t('ground_kind')}</span>
      <select className="input" value={basis.kind} onChange={(event) => choose(event.target.value)}>
        <option value="source">{t('ground_source')}</option>
        <option value="assumption">{t('ground_assumption')}</option>
      </select>
    </label>
  );
}

function FromSource({ basis, sources, onChange }: PartProps<Extract<Basis, { kind: 'source' }>>) {
  const t = useTold();
  if (sources.length === 0) return <p className="hint">{t('ground_no_sources')}</p>;
  return (
    <>
      <Sources word={t('ground_which')} chosen={basis.ref} sources={sources} onChoose={(ref) => onChange({ ...basis, ref })} />
      <TextAreaField label={t('ground_quote')} rows={2} value={basis.quote ?? ''} onChange={(event) => onChange({ kind: 'source', ref: basis.ref, ...(event.target.value ? { quote: event.target.value } : {}) })} />
    </>
  );
}

function OwnChoice({ basis, sources, onChange }: PartProps<Extract<Basis, { kind: 'assumption' }>>) {
  const t = useTold();
  const { why, after } = basis;
  const write = (zh: string) => onChange({ ...basis, why: { zh, en: why.en === '' || why.en === why.zh ? zh : why.en } });
  return (
    <>
      <TextAreaField label={t('ground_why')} rows={2} value={why.zh} onChange={(event) => write(event.target.value)} />
      <TextAreaField label={t('ground_why_en')} hint={t('en_same')} rows={2} value={why.en === why.zh ? '' : why.en} onChange={(event) => onChange({ ...basis, why: { zh: why.zh, en: event.target.value || why.zh } })} />
      {sources.length > 0 ? <Sources word={t('ground_after')} chosen={after ?? ''} sources={sources} mayBeNone onChoose={(key) => onChange({ kind: 'assumption', why, ...(key ? { after: key } : {}) })} /> : null}
    </>
  );
}

interface SourcesProps {
  readonly word: string;
  readonly chosen: string;
  readonly sources: Rulebook['sources'];
  readonly onChoose: (key: string) => void;
  readonly mayBeNone?: boolean;
}

function Sources({ word, chosen, sources, onChoose, mayBeNone = false }: SourcesProps) {
  const language = useLanguage();
  const t = useTold();
  return (
    <label className="field">
      <span>{word}</span>
      <select className="input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {mayBeNone || chosen === '' ? <option value="">{t('none')}</option> : null}
        {sources.map(({ key, title }) => (
          <option key={key} value={key}>
            {say(title, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
