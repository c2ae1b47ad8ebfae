import type { ContractRecordView, MilestoneRow, ProjectRow, RectificationView } from '../../api/index.js';
import type { Sentence } from '../../ui/index.js';

/** What happens now with a project: a key of the texts with its facts, by when, and in whose hands. */
export interface ProjectNow {
  readonly key: NowKey;
  readonly title?: Sentence;
  readonly by?: string;
  readonly who: 'grantee' | 'officer' | 'evaluator' | 'finance' | 'parties' | null;
  readonly parties?: readonly Sentence[];
  readonly milestone?: MilestoneRow;
  /** For a contract to be accepted: the reader speaks for one of those who are missing. */
  readonly yours?: boolean;
}

export type NowKey =
  | 'now_opened' | 'now_issued' | 'now_declined' | 'now_contracted' | 'now_owed' | 'now_late' | 'now_returned' | 'now_submitted' | 'now_running' | 'now_evaluating'
  | 'now_mend' | 'now_mend_late' | 'now_mended' | 'now_settled' | 'now_archived' | 'now_suspended' | 'now_terminated';

type Project = Pick<ProjectRow, 'status' | 'contract'>;

export function nowOf(project: Project, contracts: readonly ContractRecordView[], milestones: readonly MilestoneRow[], orders: readonly RectificationView[]): ProjectNow {
  switch (project.status) {
    case 'opened':
      return contractNow(contracts[0]);
    case 'contracted':
    case 'running':
      return reportNow(project, milestones);
    case 'rectifying':
      return mendingNow(orders.find(({ status }) => status !== 'accepted')) ?? reportNow(project, milestones);
    case 'evaluating':
      return { key: 'now_evaluating', who: 'finance' };
    case 'settled':
      return { key: 'now_settled', who: 'officer' };
    case 'suspended':
      return { key: 'now_suspended', who: 'officer' };
    default:
      return { key: project.status === 'terminated' ? 'now_terminated' : 'now_archived', who: null };
  }
}

function contractNow(contract: ContractRecordView | undefined): ProjectNow {
  if (contract?.status === 'issued') return { key: 'now_issued', by: contract.dueOn, who: 'parties', yours: contract.parties.some(({ yours }) => yours), parties: contract.parties.filter(({ acceptedAt }) => acceptedAt === null).map(({ title }) => title) };
  return { key: contract ? 'now_declined' : 'now_opened', who: 'officer' };
}

/** So much of an order fits beside a status; the whole of it stands in the tab. */
const LINE = 60;

function mendingNow(order: RectificationView | undefined): ProjectNow | null {
  if (!order) return null;
  if (order.status === 'answered') return { key: 'now_mended', who: 'officer' };
  const demand = [...order.demand].length > LINE ? `${[...order.demand].slice(0, LINE).join('')}…` : order.demand;
  return { key: order.late ? 'now_mend_late' : 'now_mend', title: { zh: demand, en: demand }, by: order.dueOn, who: 'grantee' };
}

/** What is returned or late comes first, then what waits for its acceptance, then what is due next. */
function reportNow(project: Project, milestones: readonly MilestoneRow[]): ProjectNow {
  const open = milestones.filter(({ status }) => status !== 'accepted');
  const returned = open.find(({ status }) => status === 'returned');
  if (returned) return about('now_returned', returned);
  const late = open.find((milestone) => milestone.late);
  if (late) return about('now_late', late);
  const submitted = open.find(({ status }) => status === 'submitted');
  if (submitted) return { key: 'now_submitted', title: submitted.title, who: submitted.acceptedBy === 'evaluator' ? 'evaluator' : 'officer', milestone: submitted };
  const next = open[0];
  if (next) return about('now_owed', next);
  if (project.status === 'contracted' && project.contract) return { key: 'now_contracted', by: project.contract.startsOn, who: null };
  return { key: 'now_running', who: 'grantee' };
}

const about = (key: NowKey, milestone: MilestoneRow): ProjectNow => ({ key, title: milestone.title, by: milestone.dueOn, who: 'grantee', milestone });
