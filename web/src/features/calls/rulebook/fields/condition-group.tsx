import type { RulebookCondition } from '../../../../api/index.js';
import { Icon } from '../../../../ui/index.js';
import { ConditionRow } from './condition-row.js';
import { useTold } from './words.js';

export interface ConditionProps {
  readonly condition: RulebookCondition;
  readonly onChange: (condition: RulebookCondition) => void;
  /** How many groups are around it. */
  readonly depth: number;
  readonly onRemove?: () => void;
}

const DEEPEST = 2;
const blank = (): RulebookCondition => ({ kind: 'answered', question: '' });

/** A condition of any kind: what it denies, what it joins, or a single comparison. */
export function ConditionGroup({ condition, onChange, depth, onRemove }: ConditionProps) {
  const t = useTold();
  const denied = condition.kind === 'not';
  const inner = denied ? condition.of : condition;
  const change = (next: RulebookCondition) => onChange(denied ? { kind: 'not', of: next } : next);
  const joined = inner.kind === 'all' || inner.kind === 'any';
  return (
    <span className="condition-node">
      <span className="condition-head">
        <select className="input tiny" aria-label={t('when_sign')} value={denied ? 'not' : 'so'} onChange={(event) => onChange(event.target.value === 'not' ? { kind: 'not', of: inner } : inner)}>
          <option value="so">{t('when_holds')}</option>
          <option value="not">{t('when_not')}</option>
        </select>
        {joined ? <JoinedBy kind={inner.kind} onKind={(kind) => change({ kind, of: inner.of })} /> : null}
        {onRemove ? (
          <button type="button" className="icon-button" aria-label={t('when_remove')} onClick={onRemove}>
            <Icon name="trash" />
          </button>
        ) : null}
      </span>
      {joined ? <Members kind={inner.kind} of={inner.of} onChange={change} depth={depth} /> : null}
      {inner.kind === 'not' ? <ConditionGroup condition={inner} onChange={change} depth={depth + 1} /> : null}
      {!joined && inner.kind !== 'not' ? <ConditionRow condition={inner} onChange={change} /> : null}
      {!joined && depth === 0 ? <Add word={t('when_add')} onAdd={() => onChange({ kind: 'all', of: [condition, blank()] })} /> : null}
    </span>
  );
}

type Join = 'all' | 'any';

function JoinedBy({ kind, onKind }: { readonly kind: Join; readonly onKind: (kind: Join) => void }) {
  const t = useTold();
  return (
    <select className="input" aria-label={t('when_join')} value={kind} onChange={(event) => onKind(event.target.value as Join)}>
      <option value="all">{t('when_all')}</option>
      <option value="any">{t('when_any')}</option>
    </select>
  );
}

interface MembersProps {
  readonly kind: Join;
  readonly of: readonly RulebookCondition[];
  readonly onChange: (condition: RulebookCondition) => void;
  readonly depth: number;
}

/** Several conditions; of the last two the one that stays stands alone again. */
function Members({ kind, of, onChange, depth }: MembersProps) {
  const t = useTold();
  const put = (next: readonly RulebookCondition[]) => onChange(next.length === 1 && next[0] ? next[0] : { kind, of: [...next] });
  return (
    <span className="condition-members">
      {of.map((member, index) => (
        <ConditionGroup
          key={index}
          condition={member}
          depth={depth + 1}
          onChange={(next) => onChange({ kind, of: of.map((one, at) => (at === index ? next : one)) })}
          onRemove={() => put(of.filter((_, at) => at !== index))}
        />
      ))}
      <span className="condition-adds">
        <Add word={t('when_add')} onAdd={() => put([...of, blank()])} />
        {depth < DEEPEST ? <Add word={t('when_add_group')} onAdd={() => put([...of, { kind: kind === 'all' ? 'any' : 'all', of: [blank(), blank()] }])} /> : null}
      </span>
    </span>
  );
}

function Add({ word, onAdd }: { readonly word: string; readonly onAdd: () => void }) {
  return (
    <button type="button" className="button plain" onClick={onAdd}>
      <Icon name="plus" />
      {word}
    </button>
  );
}
