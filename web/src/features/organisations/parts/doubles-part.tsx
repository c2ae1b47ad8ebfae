import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, useCommand, type DoubleView, type MergePreviewView } from '../../../api/index.js';
import { ActDialog, ErrorNote, Icon, StatusMark, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_STAFF, mergeQuery } from '../queries-staff.js';
import { recordTexts } from '../texts-record.js';
import type { RecordPartProps } from './record-tab.js';

/** Whether the organisation is here twice, and the merge with what it would do. */
export function DoublesPart({ organisationId, record }: RecordPartProps) {
  const t = useTexts(recordTexts);
  const say = useSay();
  const { doubles, mergedInto, mayMerge, odd, peopleAlike } = record;
  const similar = record.similar.filter(({ id }) => id !== mergedInto?.id);
  return (
    <section className="org-part" aria-labelledby="doubles">
      <h2 id="doubles">{t('doubles')}</h2>
      {mergedInto ? (
        <p>
          {t('merged_into', { name: mergedInto.name })} <Link to={`/desk/organisations/${mergedInto.id}`}>{t('open_other')}</Link>
        </p>
      ) : null}
      {doubles.length > 0 ? <Named lead={t('merged_here')} list={doubles} /> : null}
      {odd ? <Warning>{say(odd)}</Warning> : null}
      {peopleAlike.map(({ asked, name, where }) => (
        <Warning key={`${name} ${where.zh}`}>{t('person_alike', { asked, name, where: say(where) })}</Warning>
      ))}
      {similar.length === 0 && doubles.length === 0 && !mergedInto ? <p className="quiet">{t('doubles_none')}</p> : null}
      {similar.length > 0 ? <p>{t('similar')}</p> : null}
      {similar.map((other) => (
        <div key={other.id} className="org-card">
          <Named list={[other]} />
          {other.looksSame ? <p><StatusMark tone="waiting" word={t('looks_same')} /></p> : null}
          {mayMerge ? <Merge keptId={organisationId} other={other} /> : null}
        </div>
      ))}
    </section>
  );
}

/** A sentence to act upon; it may run over several lines. */
function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p className="org-warning tone-waiting">
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}

function Named({ lead, list }: { readonly lead?: string; readonly list: readonly DoubleView[] }) {
  const t = useTexts(recordTexts);
  return (
    <p>
      {lead}{' '}
      {list.map(({ id, name, creditCode }) => (
        <span key={id}>
          <Link to={`/desk/organisations/${id}`}>{name}</Link> <span className="quiet figures">{creditCode ?? t('no_code')}</span>{' '}
        </span>
      ))}
    </p>
  );
}

function Merge({ keptId, other }: { readonly keptId: string; readonly other: DoubleView }) {
  const t = useTexts(recordTexts);
  const say = useSay();
  const preview = useQuery(mergeQuery(other.id, keptId));
  const merge = useCommand<string>({ run: (reason, key) => api.organisationRecordMerge({ path: { id: other.id }, body: { intoId: keptId, reason }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_STAFF });
  if (preview.isError && !preview.data) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return null;
  return (
    <ActDialog label={t('merge')} title={t('merge_title', { name: other.name })} kind="danger" refusal={preview.data.refusal ? say(preview.data.refusal) : null} reason={{ label: t('merge_reason'), least: 4 }} onAct={(reason) => merge.mutateAsync(reason)}>
      <Preview preview={preview.data} />
    </ActDialog>
  );
}

function Preview({ preview: { lost, differences, newMembers } }: { readonly preview: MergePreviewView }) {
  const join = useJoin();
  const t = useTexts(recordTexts);
  const say = useSay();
  return (
    <>
      <p>{t('merge_what')}</p>
      {newMembers.length > 0 ? <p>{t('merge_members', { names: join(newMembers) })}</p> : null}
      <p>{t('merge_counts', { bans: lost.bans, issues: lost.issues, lookups: lost.lookups })}</p>
      {differences.length > 0 ? (
        <table className="org-rows">
          <caption>{t('merge_differs')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('side_field')}</span>
              </th>
              <th scope="col">{t('side_lost')}</th>
              <th scope="col">{t('side_kept')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, lost: theirs, kept: own }) => (
              <tr key={field.zh}>
                <td>{say(field)}</td>
                <td className="quiet" data-side={t('side_lost')}>{theirs ?? '—'}</td>
                <td data-side={t('side_kept')}>{own ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
