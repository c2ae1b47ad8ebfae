import { useQuery } from '@tanstack/react-query';
import { api, type SheetVersionView } from '../../../api/index.js';
import { ErrorNote, formatInstant, Icon, saveFile, useSay, useTexts } from '../../../ui/index.js';
import { historyQuery, receiptQuery } from '../queries.js';
import { sheetTexts } from './sheet-texts.js';

interface Place {
  readonly seatId: string;
  readonly applicationId: string;
}

/** Every version of a judge's own sheet, newest first. */
export function OwnVersions({ seatId, applicationId }: Place) {
  const { data, error, refetch } = useQuery(historyQuery(seatId, applicationId));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return data ? <Versions versions={data} /> : null;
}

export function Versions({ versions }: { readonly versions: readonly SheetVersionView[] }) {
  const t = useTexts(sheetTexts);
  return (
    <ol className="sheet-versions" reversed>
      {[...versions].reverse().map((version) => (
        <li key={version.version}>
          <p>
            <span className="figures">{formatInstant(new Date(version.at))}</span> {t('version_by', { by: version.by, status: t(`v_${version.status}` as 'v_draft') })}
          </p>
          {version.reason ? <p className="tone-waiting reason-word">{t('v_reason', { reason: version.reason })}</p> : null}
          <Changes version={version} />
        </li>
      ))}
    </ol>
  );
}

function Changes({ version: { changes, commentChanged } }: { readonly version: SheetVersionView }) {
  const say = useSay();
  const t = useTexts(sheetTexts);
  const shown = (points: string | null) => (points === null ? t('nothing') : points === 'n/a' ? t('not_applicable') : points);
  if (changes.length === 0 && !commentChanged) return <p className="quiet">{t('no_change')}</p>;
  return (
    <ul className="quiet">
      {changes.map(({ criterion, title, from, to }) => (
        <li key={criterion}>{from === to ? t('change_reason', { title: say(title) }) : t('change', { title: say(title), from: shown(from), to: shown(to) })}</li>
      ))}
      {commentChanged ? <li>{t('change_comment')}</li> : null}
    </ul>
  );
}

/** The receipt with its proof, to keep outside the platform. */
export function ReceiptFile({ seatId, applicationId }: Place) {
  const t = useTexts(sheetTexts);
  const { data } = useQuery(receiptQuery(seatId, applicationId));
  if (!data) return null;
  const save = async () => {
    const receipt = await api.ownSheetsReceipt({ path: { seatId, applicationId } });
    saveFile(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }), `receipt-${receipt.number}.json`);
  };
  return (
    <p className="receipt-proof">
      <span className="quiet">{data.sealed ? t('receipt_sealed', { index: data.index ?? 0 }) : t('receipt_waits')}</span>{' '}
      <button type="button" className="link-button" onClick={() => void save()}>
        <Icon name="file" /> {t('receipt_file')}
      </button>
    </p>
  );
}
