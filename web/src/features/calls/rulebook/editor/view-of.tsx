import type { OfficerCallView } from '../../../../api/index.js';
import { ApplicantPreview } from '../preview/applicant-preview.js';
import { JudgePreview } from '../preview/judge-preview.js';
import { ComparePart } from './compare-part.js';
import { PublishChanges } from './publish-changes.js';
import type { Examination } from './use-examination.js';
import type { Keeping } from './use-keeping.js';
import { WritePart } from './write-part.js';

interface ViewProps {
  readonly call: OfficerCallView;
  readonly keeping: Keeping;
  readonly examination: Examination;
  readonly view: string;
}

/** One of the ways to look at the rules. */
export function ViewOf({ call, keeping, examination, view }: ViewProps) {
  switch (view) {
    case 'applicant':
      return <ApplicantPreview />;
    case 'judge':
      return <JudgePreview />;
    case 'compare':
      return <ComparePart call={call} />;
    case 'changes':
      return <PublishChanges call={call} keeping={keeping} />;
    default:
      return <WritePart call={call} examination={examination} />;
  }
}
