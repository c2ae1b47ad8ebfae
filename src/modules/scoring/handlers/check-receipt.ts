import { Injectable } from '@nestjs/common';
import { AuditProofs, verifyConsistency, verifyInclusion, type AuditHead } from '#libs/audit';
import { DomainError, say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { noSuchReceipt } from '../scoring.errors.js';
import { SheetStore, type RecordedSubmission } from '../store/sheet.store.js';

/** A receipt as its holder has kept it, outside the platform. */
export interface HeldReceipt {
  readonly number: string;
  readonly submittedAt: string;
  readonly commitment: string;
  readonly leafId: string;
  readonly index: number;
  readonly size: number;
  readonly leafHash: string;
  readonly root: string;
  readonly path: string[];
}

/** One thing that was looked at, in words. */
export class ReceiptStepView {
  @Shown() passed: boolean;
  @ShownSentence() what: Sentence;
}

/** Whether a receipt is what the platform recorded, and whether the record is where it was; never what the sheet says, nor whose it is. */
export class ReceiptCheckView {
  @Shown({ description: '每一步都成立 every step holds' }) proven: boolean;
  @Shown({ type: [ReceiptStepView] }) steps: ReceiptStepView[];
  @Shown() recordedAt: Date;
  @ShownSentence({ description: '所属批次 the round' }) round: Sentence;
  @Shown({ description: '评分表至今未变 the sheet is still the one that was handed in' }) stands: boolean;
}

/** The time on a receipt is when the sheet arrived; its record follows within the same act. */
const SAME_ACT_MS = 60_000;

/** Whoever holds the receipt of a score sheet learns whether it holds: no account, and nothing of the score. */
@Injectable()
export class CheckReceipt {
  constructor(
    private readonly sheets: SheetStore,
    private readonly proofs: AuditProofs,
    private readonly applications: ApplicationsFacade,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `receipt_unknown`: for whoever holds no commitment that was recorded, there is nothing to learn */
  async run(receipt: HeldReceipt): Promise<ReceiptCheckView> {
    const record = await this.sheets.withCommitment(receipt.commitment);
    if (!record || record.leafId !== receipt.leafId) throw noSuchReceipt();
    const [application, call] = await Promise.all([this.applications.get(record.applicationId), this.calls.get(record.callId)]);
    const steps = [...(await this.trail(receipt, record)), labelled(receipt, record, application.number)];
    return { proven: steps.every(({ passed }) => passed), steps, recordedAt: record.at, round: call.rulebook.title, stands: record.stands };
  }

  /** The record itself, its way to the root, and that the trail of then is the beginning of the trail of today. */
  private async trail({ index, size, leafHash, root, path }: HeldReceipt, { leafId }: RecordedSubmission): Promise<ReceiptStepView[]> {
    const [kept, then, today] = await Promise.all([this.proofs.content(leafId), this.headAt(size), this.proofs.head()]);
    const grown = then !== null && verifyConsistency(await this.proofs.consistency(size, today.size), then.root, today.root);
    return [
      step(kept === leafHash, [say('提交记录的内容与回执上的指纹一致，没有改动', 'The record of the submission has the fingerprint on the receipt: nothing of it was changed'), say('提交记录的内容与回执上的指纹不一致', 'The record of the submission has not the fingerprint on the receipt')]),
      step(verifyInclusion({ index, size, leafHash, path }, root), [say(`包含证明成立：它是日志 ${size} 条记录中的第 ${index + 1} 条`, `The proof of inclusion holds: it is record ${index + 1} of the ${size} in the trail`), say('包含证明不成立：回执文件可能被改动过', 'The proof of inclusion does not hold: the file may have been altered')]),
      step(then?.root === root, [say(`回执上的树根正是日志满 ${size} 条时的树根`, `The root on the receipt is the root of the trail at ${size} records`), say('回执上的树根不是本平台日志的树根', 'The root on the receipt is not a root of this platform’s trail')]),
      step(grown, [say(`日志此后只增不改：今天的 ${today.size} 条以当时的 ${size} 条开头`, `The trail has only grown since: the ${today.size} records of today begin with those ${size}`), say('日志与当时的记录不再相接', 'The trail no longer continues what it was then')]),
    ];
  }

  /** Null where the trail never had that size. */
  private async headAt(size: number): Promise<AuditHead | null> {
    try {
      return await this.proofs.head(size);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'audit_size_unknown') return null;
      throw error;
    }
  }
}

const step = (passed: boolean, [held, failed]: readonly [held: Sentence, failed: Sentence]): ReceiptStepView => ({ passed, what: passed ? held : failed });

function labelled({ number, submittedAt }: HeldReceipt, { at }: RecordedSubmission, recorded: string | null): ReceiptStepView {
  const same = number === recorded && Math.abs(new Date(submittedAt).getTime() - at.getTime()) <= SAME_ACT_MS;
  return step(same, [say('回执上的申报编号和提交时间与记录相符', 'The number and the time on the receipt are those of the record'), say('回执上的申报编号或提交时间与记录不符', 'The number or the time on the receipt is not that of the record')]);
}
