import { useQuery } from '@tanstack/react-query';
import type { OrganisationRecordView } from '../../../api/index.js';
import { ErrorNote } from '../../../ui/index.js';
import { recordQuery } from '../queries-staff.js';
import { DoublesPart } from './doubles-part.js';
import { IssuesPart } from './issues-part.js';
import { LookupsPart } from './lookups-part.js';

export interface RecordPartProps {
  readonly organisationId: string;
  readonly record: OrganisationRecordView;
}

/** What staff have looked up about it, what is wrong with it, and whether it is here twice. */
export function RecordTab({ organisationId }: { readonly organisationId: string }) {
  const record = useQuery(recordQuery(organisationId));
  if (record.isError && !record.data) return <ErrorNote error={record.error} onRetry={() => void record.refetch()} />;
  if (!record.data) return null;
  const props = { organisationId, record: record.data };
  return (
    <>
      <LookupsPart {...props} />
      <IssuesPart {...props} />
      <DoublesPart {...props} />
    </>
  );
}
