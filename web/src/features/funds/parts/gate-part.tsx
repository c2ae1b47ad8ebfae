import { Link } from '@tanstack/react-router';
import type { GateEvidenceView, TrancheDetail } from '../../../api/index.js';
import { DocumentLink, useSay, useTexts, Verdict } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

/** Every condition with a tick or a cross, and where its proof lies. */
export function GatePart({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const unmet = tranche.gate.filter(({ met }) => !met).length;
  return (
    <section className="funds-part" aria-labelledby="gate">
      <h2 id="gate">{t('gate')}</h2>
      <Verdict
        passed={unmet === 0}
        sentence={unmet === 0 ? t('gate_passed') : t('gate_failed', { count: unmet })}
        reasons={tranche.gate.map(({ met, sentence, evidence }) => ({ holds: met, sentence: say(sentence), ...(evidence ? { extra: <EvidenceLink evidence={evidence} tranche={tranche} /> } : {}) }))}
      />
    </section>
  );
}

const TAB_OF: Readonly<Record<string, string>> = { contract: 'contract', milestone: 'milestones', evaluation: 'evaluations' };

function EvidenceLink({ evidence: { kind, id }, tranche }: { readonly evidence: GateEvidenceView; readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const words = t(`ev_${kind}`);
  if (kind === 'document') return <DocumentLink id={id} name={words} />;
  if (kind === 'bank_account') return <Link to={`/desk/organisations/${tranche.organisationId}`} search={{ tab: 'accounts' } as never}>{words}</Link>;
  return <Link to={`/desk/projects/${tranche.projectId}`} search={{ tab: TAB_OF[kind] } as never}>{words}</Link>;
}
