import { no, yes, type Refusal, type Verdict } from '#libs/access';
import { say, type Sentence } from '#libs/errors';
import type { Document, ScanState } from './document.js';

/** How a file stands, as it is shown; a file that staff have let through is told apart from a clean one. */
export type ShownScan = ScanState | 'released';

type Scanned = Pick<Document, 'scan' | 'releasedAt' | 'name' | 'finding'>;

export const SCAN_LABELS: Readonly<Record<ShownScan, Sentence>> = {
  trusted: say('平台生成', 'Made by the platform'),
  quarantined: say('正在查毒，暂不能打开', 'Being scanned; it cannot be opened yet'),
  clean: say('已查毒，未发现恶意软件', 'Scanned, no malware found'),
  infected: say('含有恶意软件，已隔离', 'Carries malware, quarantined'),
  unscanned: say('未查毒', 'Not scanned'),
  released: say('未查毒，已由工作人员放行', 'Not scanned, let through by staff'),
};

/** A scan that is made later outweighs what staff have let through before it. */
export const shownScan = ({ scan, releasedAt }: Pick<Scanned, 'scan' | 'releasedAt'>): ShownScan => (scan === 'unscanned' && releasedAt !== null ? 'released' : scan);

const WHY_NOT: Partial<Record<ShownScan, Sentence>> = {
  quarantined: say('文件“{name}”正在查毒，查完即可打开；文件已保存', 'The file "{name}" is being scanned and can be opened afterwards; it is kept'),
  infected: say('文件“{name}”含有恶意软件（{finding}），已隔离，任何人都不能打开；请上传干净的文件', 'The file "{name}" carries malware ({finding}) and is quarantined; nobody can open it. Please upload a clean file'),
  unscanned: say('文件“{name}”未查毒：平台没有配置查毒服务。工作人员说明理由放行后才能打开', 'The file "{name}" was not scanned: the platform has no scanner. It opens once a member of staff has let it through with a reason'),
};

/** Whether the bytes may leave quarantine at all; who may read the file is another question. */
export function mayLeaveQuarantine(document: Scanned): Verdict {
  const shown = shownScan(document);
  const sentence = WHY_NOT[shown];
  return sentence ? no(`document_${shown}`, sentence, { name: document.name, finding: document.finding ?? '' }) : yes;
}

/** Only what nobody could scan is let through by a person: a scanner's verdict is never overruled. */
export function mayBeReleased(document: Scanned): Verdict {
  const shown = shownScan(document);
  if (shown === 'unscanned') return yes;
  return mayLeaveQuarantine(document).allowed
    ? no('document_open_already', say('文件“{name}”已可打开', 'The file "{name}" can be opened already'), { name: document.name })
    : (mayLeaveQuarantine(document) as Refusal);
}
