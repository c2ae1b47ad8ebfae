import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import { ApplicationsFacade, type IssuedReceipt } from '#modules/applications';
import { AwardsFacade, type PublishedNotice } from '#modules/awards';
import { ContractsFacade } from '#modules/contracts';
import { DocumentsFacade } from '#modules/documents';
import { ScoringFacade } from '#modules/scoring';
import { hostOf } from '../domain/host.js';
import { notAHash, notIssuedHere } from '../reporting.errors.js';
import { PortalStore } from '../store/portal.store.js';
import { ReportStore } from '../store/report.store.js';
import type { FindingKind, ProofView, VerificationView } from './portal.view.js';

const NOT_YET = say('该排名尚未公布', 'This ranking has not been published yet');
const SINCE_RECEIPT: Readonly<Record<IssuedReceipt['since'], Sentence | null>> = {
  stands: null,
  amended: say('此后又提交过修改，以最后一次提交为准', 'It was amended since; the latest submission is the one that counts'),
  reopened: say('申报单位已收回修改，尚未重新提交', 'The applicant has reopened it to amend it, and has not submitted it again'),
  withdrawn: say('该申报此后已撤回', 'The application was withdrawn since'),
};
const REOPENED = say('评分表此后经批准退回修改或作废；回执仍证明当时的提交', 'The sheet was opened again or voided since; the receipt still proves what was handed in then');
const PLATFORM = say('本平台', 'This platform');

interface Found {
  readonly kind: FindingKind;
  readonly what: Sentence;
  readonly issuedAt: Date;
  readonly callId: string | null;
  readonly remark?: Sentence | null;
}

/** What the rooms below have issued under a hash, each in words that give nobody away. */
@Injectable()
export class FindIssued {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly scoring: ScoringFacade,
    private readonly awards: AwardsFacade,
    private readonly contracts: ContractsFacade,
    private readonly documents: DocumentsFacade,
  ) {}

  async run(hash: string): Promise<Found[]> {
    return [...(await this.receipt(hash)), ...(await this.ranking(hash)), ...(await this.sheet(hash)), ...(await this.notice(hash)), ...(await this.contract(hash)), ...(await this.published(hash))];
  }

  private async receipt(hash: string): Promise<Found[]> {
    const receipt = await this.applications.receipt(hash);
    if (!receipt) return [];
    const { number, ordinal, submittedAt, callId, since } = receipt;
    return [{ kind: 'receipt', what: say(`申报回执 ${number}（第 ${ordinal} 次提交）`, `Receipt of application ${number} (submission ${ordinal})`), issuedAt: submittedAt, callId, remark: SINCE_RECEIPT[since] }];
  }

  private async ranking(hash: string): Promise<Found[]> {
    const ranking = await this.scoring.rankingWithHash(hash);
    if (!ranking) return [];
    const what = ranking.stageKey === null ? say('评审最终排名', 'Final ranking of the review') : say('评审阶段排名', 'Ranking of one stage of the review');
    return [{ kind: 'ranking', what, issuedAt: ranking.sealedAt, callId: ranking.callId }];
  }

  /** Of a score sheet nothing but that it was handed in: neither points, nor by whom, nor about which project. */
  private async sheet(hash: string): Promise<Found[]> {
    const sheet = await this.scoring.sheetWithCommitment(hash);
    return sheet ? [{ kind: 'score_sheet', what: say('评分表的提交回执', 'Receipt of a score sheet'), issuedAt: sheet.at, callId: sheet.callId, remark: sheet.stands ? null : REOPENED }] : [];
  }

  private async notice(hash: string): Promise<Found[]> {
    const notice = await this.awards.notice({ hash });
    return notice ? [noticed(notice, say('公示名单', 'Public notice'))] : [];
  }

  /** Of a contract nothing but that it was signed: neither who nor how much. */
  private async contract(hash: string): Promise<Found[]> {
    const contract = await this.contracts.byHash(hash);
    return contract ? [{ kind: 'contract', what: say('已由各方签署的资助协议', 'Grant agreement signed by all parties'), issuedAt: contract.signedAt, callId: contract.callId }] : [];
  }

  private async published(hash: string): Promise<Found[]> {
    const found: Found[] = [];
    for (const { id, name, createdAt } of await this.documents.published(hash)) {
      const notice = await this.awards.notice({ documentId: id });
      found.push(notice ? noticed(notice, say('公示名单（PDF）', 'Public notice (PDF)')) : { kind: 'document', what: say(`公开文件“${name}”`, `Published document "${name}"`), issuedAt: createdAt, callId: null });
    }
    return found;
  }
}

function noticed({ ordinal, firstDay, lastDay, publishedAt, callId, withdrawnAt }: PublishedNotice, name: Sentence): Found {
  const what = say(`${name.zh}，第 ${ordinal} 次公示，${firstDay} 至 ${lastDay}`, `${name.en}, no. ${ordinal}, ${firstDay} to ${lastDay}`);
  const remark = withdrawnAt === null ? null : say('此公示已撤回，不再有效', 'This notice was withdrawn and is no longer valid');
  return { kind: 'notice', what, issuedAt: publishedAt, callId, remark };
}

/** Whoever holds a document, or its hash, learns whether it was issued here. */
@Injectable()
export class VerifyHash {
  constructor(
    private readonly issued: FindIssued,
    private readonly reports: ReportStore,
    private readonly portal: PortalStore,
  ) {}

  /** @throws DomainError `hash_invalid`, `hash_unknown` */
  async run(text: string): Promise<VerificationView> {
    const hash = text.trim().toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(hash)) throw notAHash();
    const found = [...(await this.issued.run(hash)), ...(await this.report(hash))];
    if (found.length === 0) throw notIssuedHere();
    const findings: ProofView[] = [];
    for (const one of found) findings.push(await this.told(one));
    return { hash, findings };
  }

  private async report(hash: string): Promise<Found[]> {
    const report = await this.reports.withHash(hash);
    return report ? [{ kind: 'report', what: say('平台生成的批次报告', 'Report of a round made by the platform'), issuedAt: report.endedAt!, callId: report.callId }] : [];
  }

  private async told({ kind, what, issuedAt, callId, remark = null }: Found): Promise<ProofView> {
    const round = callId === null ? null : await this.portal.name(callId);
    if (round === null) return { kind, what, issuedAt, issuer: PLATFORM, round: null, roundNumber: null, remark };
    const unannounced = kind === 'ranking' && !round.announced;
    return { kind, what, issuedAt, issuer: hostOf(round.organisers), round: round.title, roundNumber: round.number, remark: unannounced ? NOT_YET : remark };
  }
}
