import { api, useCommand, type PaperScanView } from '../../../api/index.js';
import { ActDialog, Icon, useSay, useTexts } from '../../../ui/index.js';
import { paperTexts } from './paper-texts.js';

/** The signed paper; every look at it is on record. What nobody could scan for malware is let through by staff, with a reason. */
export function ScanLink({ callId, seatId, scan }: { readonly callId: string; readonly seatId: string; readonly scan: PaperScanView }) {
  const t = useTexts(paperTexts);
  const say = useSay();
  const release = useCommand<string, unknown>({ run: (reason, key) => api.documentsRelease({ body: { ids: [scan.id], reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  return (
    <div className="paper-entry-tools">
      <a className="button" href={`/api/calls/${callId}/paper-seats/${seatId}/scans/${scan.id}`} target="_blank" rel="noreferrer">
        <Icon name="eye" /> {t('open_scan')}
      </a>
      <span className="quiet">{scan.name}</span>
      {scan.openable ? null : (
        <>
          <span className="tone-waiting">{t('scan_held', { why: say(scan.scanLabel) })}</span>
          <ActDialog label={t('scan_release')} kind="secondary" reason={{ label: t('scan_release_why'), least: 4 }} onAct={(reason) => release.mutateAsync(reason)} />
        </>
      )}
    </div>
  );
}
