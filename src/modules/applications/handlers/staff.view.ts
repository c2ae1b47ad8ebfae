import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { CallView } from '#modules/calls';
import { PersonAlikeView, type Looks, type Organisation, type Standing } from '#modules/organisations';
import type { ListedApplication } from '../store/application-catalogue.js';
import { ApplicationRow } from './application.view.js';

/** A row of the table that staff work in. */
export class StaffRow extends ApplicationRow {
  @Shown() callNumber: string;
  @ShownSentence({ nullable: true }) category: Sentence | null;
  @Shown({ nullable: true, type: Date, description: '补正截止 when a correction is due' }) correctionDueAt: Date | null;

  static ofCall(application: ListedApplication, call: Pick<CallView, 'number' | 'rulebook'>): StaffRow {
    const { categoryKey, returned } = application;
    return {
      ...ApplicationRow.of(application, 'staff'), callNumber: call.number, category: call.rulebook.categories.find(({ key }) => key === categoryKey)?.title ?? null,
      correctionDueAt: returned ? new Date(returned.dueAt) : null,
    };
  }
}

export class ApplicationPage {
  @Shown({ type: [StaffRow] }) items: StaffRow[];
  @Shown({ required: false, type: String }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态份数 how many stand in each status' }) counts: Record<string, number>;
}

/** How many applications of one call stand where; drafts are counted and nothing else is told of them. */
export class CallCountsView {
  @Shown() callId: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' } }) counts: Record<string, number>;
  @Shown({ type: 'integer' }) drafts: number;
  @Shown({ type: 'integer', description: '仍有有效申报或草稿的组织数 organisations with a draft or a live application: who is told of changes' }) organisations: number;
}

export class NeighbourView {
  @Shown() id: string;
  @Shown() projectName: string;
}

/** Where an application stands in a filtered list, and what is before and after it. */
export class NeighboursView {
  @Shown({ nullable: true, type: NeighbourView }) previous: NeighbourView | null;
  @Shown({ nullable: true, type: NeighbourView }) next: NeighbourView | null;
  @Shown({ type: 'integer', description: '仍在列表中的份数 how many the filter holds' }) total: number;
}

export class ApplicantInspectionView {
  @Shown({ type: 'integer' }) year: number;
  @Shown({ enum: ['passed', 'basic', 'failed'] }) verdict: string;
}

/** What is on record of the organisation, beside what it says in the form. */
export class ApplicantOnRecord {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() kind: string;
  @Shown({ nullable: true, type: String }) creditCode: string | null;
  @Shown({ nullable: true, type: String }) registrationLevel: string | null;
  @Shown({ nullable: true, type: String, description: 'YYYY-MM-DD' }) registeredOn: string | null;
  @Shown() legalRepresentative: string;
  @Shown({ nullable: true, type: String }) grade: string | null;
  @Shown({ nullable: true, type: String, description: 'YYYY-MM-DD' }) gradedOn: string | null;
  @Shown({ type: [ApplicantInspectionView] }) inspections: ApplicantInspectionView[];
  @Shown({ type: 'integer' }) fullTimeStaff: number;
  @Shown({ type: 'integer' }) socialWorkers: number;
  @Shown() partyOrganisation: boolean;
  @Shown() federationBody: boolean;
  @Shown({ nullable: true, type: String, description: '暂停各项业务的原因 why every step of it is stopped' }) stopReason: string | null;
  @Shown({ nullable: true, type: String, description: '禁止申报至 barred from applying until, YYYY-MM-DD' }) debarredUntil: string | null;

  @Shown({ type: [String], description: '名称看起来相同的其他组织 others under a name that looks the same' }) alike: string[];
  @Shown({ type: [PersonAlikeView], description: '本地区与法定代表人、申报书中人员姓名写法不同、看起来相同的人 people of the place whose names are written otherwise than the legal representative’s, or those of people in the form, and look the same' }) peopleAlike: PersonAlikeView[];
  @ShownSentence({ nullable: true, description: '名称中不易察觉的字符 what the name holds that nobody sees' }) odd: Sentence | null;

  static of(organisation: Organisation, { stopReason, debarredUntil }: Pick<Standing, 'stopReason' | 'debarredUntil'>, { alike, people, odd }: Looks): ApplicantOnRecord {
    const { id, name, kind, creditCode, registrationLevel, registeredOn, legalRepresentative, grade, gradedOn, inspections, fullTimeStaff, socialWorkers, partyOrganisation, federationBody } = organisation;
    return {
      id, name, kind, creditCode, registrationLevel, registeredOn, legalRepresentative, grade, gradedOn, inspections, fullTimeStaff, socialWorkers, partyOrganisation,
      federationBody, stopReason, debarredUntil, alike, peopleAlike: people, odd,
    };
  }
}

/** Another application of the same organisation, in this round or another. */
export class OtherApplicationView extends ApplicationRow {
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ description: '同一批次 in the same call' }) sameCall: boolean;
  @Shown({ nullable: true, type: Number, description: '核定资助（分） the grant in fen' }) awardedFen: number | null;
}
