import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { fen, toWords } from '#libs/money';
import type { Contract } from '../domain/contract.js';
import { contractLifecycle } from '../domain/contract.lifecycle.js';

export class SignedPageView {
  @Shown() id: string;
  @Shown() name: string;
}

export class ContractPartyView {
  @Shown() key: string;
  @Shown() role: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String }) signatory: string | null;
  @Shown({ nullable: true, type: Date }) acceptedAt: Date | null;
  /** The page signed by a party without an account. */
  @Shown({ nullable: true, type: SignedPageView }) page: SignedPageView | null;
  @Shown({ description: '须上传签章页 the signed page is needed' }) onPaper: boolean;
  @Shown({ description: '现在由您代表确认 the reader may accept for it now' }) yours: boolean;
}

export class ContractRecordView {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() ordinal: number;
  @Shown() number: string;
  @Shown({ enum: ['issued', 'signed', 'declined', 'superseded'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '分 fen' }) amountFen: number;
  @Shown({ description: '大写金额' }) amountInWords: string;
  @Shown() startsOn: string;
  @Shown() endsOn: string;
  @Shown() dueOn: string;
  @Shown() documentId: string;
  @Shown({ description: 'SHA-256 of the PDF' }) sha256: string;
  @Shown() issuedAt: Date;
  @Shown({ nullable: true, type: Date }) signedAt: Date | null;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ type: [ContractPartyView] }) parties: ContractPartyView[];
  @Shown({ description: '您可以退回修改 the reader may send it back' }) mayDecline: boolean;

  static of(contract: Contract, parties: ContractPartyView[], mayDecline: boolean): ContractRecordView {
    const { id, projectId, ordinal, number, status, amountFen, startsOn, endsOn, dueOn, documentId, sha256, issuedAt, signedAt, reason } = contract;
    return {
      id, projectId, ordinal, number, status, label: contractLifecycle.label(status), amountFen, amountInWords: toWords(fen(amountFen)), startsOn, endsOn, dueOn, documentId, sha256,
      issuedAt, signedAt, reason, parties, mayDecline,
    };
  }
}

/** Something that somebody is to do about a contract. */
export class ContractTaskView {
  @Shown({ enum: ['draw_up', 'redraw', 'accept'] }) task: string;
  @Shown() projectId: string;
  @Shown() projectNumber: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown({ description: '分 fen' }) amountFen: number;
  @Shown({ nullable: true, type: String, description: '协议编号 number of the contract' }) number: string | null;
  /** For `accept`: on whose behalf. */
  @ShownSentence({ nullable: true }) party: Sentence | null;
  @Shown({ nullable: true, type: String, description: '签订期限 last day for signing' }) dueOn: string | null;
  /** For `redraw`: what the grantee wants changed. */
  @Shown({ nullable: true, type: String }) reason: string | null;
}
