import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { PeopleToBeTold } from '#modules/identity';
import { NoticePublished, NoticeWithdrawn, type NoticeNews, type WithdrawnNotice } from '../awards.events.js';
import type { Award } from '../domain/award.js';
import type { AwardNotice } from '../domain/notice.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';

interface Words {
  readonly title: Sentence;
  readonly body: Sentence;
}

const TERM = say('公示期 {firstDay} 至 {lastDay}，期内可以提出异议。', 'The notice runs from {firstDay} to {lastDay}, in which anybody may object.');
const withTerm = (zh: string, en: string): Sentence => say(`${zh}${TERM.zh}`, `${en} ${TERM.en}`);

const PROPOSED: Words = {
  title: say('“{project}”拟立项，现予公示', '"{project}" is proposed for an award and on public notice'),
  body: withTerm('您申报的“{project}”（{number}）拟立项，拟资助 {amountFen}。期满没有异议即予确认，届时另行通知。', 'Your "{project}" ({number}) is proposed for an award of {amountFen}. It is confirmed after the term if nobody objects, and you will be told.'),
};
const RESERVED: Words = {
  title: say('“{project}”列入候补名单', '"{project}" is on the reserve list'),
  body: withTerm('“{call}”拟立项名单已公示。您申报的“{project}”（{number}）列候补第 {position} 位，有名额空出时依规则递补。', 'The proposed awards of "{call}" are on public notice. Your "{project}" ({number}) holds place {position} of the reserve list and may move up.'),
};
const REFUSED: Words = {
  title: say('“{project}”未获立项', '"{project}" is not awarded'),
  body: withTerm('“{call}”拟立项名单已公示。您申报的“{project}”（{number}）未获立项：{reason}。', 'The proposed awards of "{call}" are on public notice. Your "{project}" ({number}) is not among them: {reason}.'),
};
const BESIDE: Words = {
  title: say('“{call}”拟立项名单已公示', 'The proposed awards of "{call}" are on public notice'),
  body: withTerm('您申报的“{project}”（{number}）不在拟立项名单中。', 'Your "{project}" ({number}) is not among them.'),
};
const RENEWED: Words = {
  title: say('“{call}”第 {ordinal} 次公示', 'Notice {ordinal} of "{call}"'),
  body: withTerm('“{call}”公示了新的拟立项名单，您申报的“{project}”（{number}）不在其中，原有结果不变。', 'A new list of proposed awards of "{call}" is on public notice. Your "{project}" ({number}) is not on it; its result stays as it is.'),
};

/** Everybody who applied hears of a notice: the winners, the reserve and the others, each in the words that fit. */
@Injectable()
@Reacts(NoticePublished)
export class TellTheRound implements Reaction<NoticeNews> {
  constructor(
    private readonly notices: NoticeStore,
    private readonly awards: AwardStore,
    private readonly applications: ApplicationsFacade,
    private readonly events: Events,
  ) {}

  async run({ noticeId, callId }: NoticeNews): Promise<void> {
    const notice = (await this.notices.find(noticeId))!;
    const listed = (await this.awards.ofCall(callId)).filter((award) => award.noticeId === noticeId);
    for (const application of await this.applications.ofCall(callId)) {
      if (application.status !== 'withdrawn') await this.tell(application, notice, listed.find(({ applicationId }) => applicationId === application.id));
    }
  }

  private tell(application: ApplicationView, { id, callId, ordinal, firstDay, lastDay, content }: AwardNotice, award: Award | undefined): Promise<void> {
    const { outcome, projectName: project, number } = application;
    const facts = { project, number, call: content.title, ordinal, firstDay, lastDay, amountFen: award?.amountFen ?? null, ...(outcome ?? {}) };
    return this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: application.organisationId }, kind: 'award-notice', ...wordsFor(application, ordinal, award), facts, link: `/notices/${callId}`,
      key: `award-notice:${id}:${application.id}`,
    });
  }
}

function wordsFor({ outcome }: ApplicationView, ordinal: number, award: Award | undefined): Words {
  if (award) return PROPOSED;
  if (ordinal > 1) return RENEWED;
  if (outcome?.kind === 'reserved') return RESERVED;
  return outcome?.kind === 'not_awarded' ? REFUSED : BESIDE;
}

const STILL = say('您的“{project}”（{number}）仍为拟立项，将随新的名单重新公示，无需办理手续。', 'Your "{project}" ({number}) is still proposed and will be on the new list; you need do nothing.');
const UPHELD = say(`因一件异议成立，本次公示已撤回。${STILL.zh}`, `An objection was upheld and the notice is withdrawn. ${STILL.en}`);
const CORRECTED = say(`本次公示已撤回更正，原因：{why}。${STILL.zh}`, `The notice is withdrawn to be corrected. Reason: {why}. ${STILL.en}`);

/** Whoever stood on a list that was taken down hears that it will be published anew. */
@Injectable()
@Reacts(NoticeWithdrawn)
export class TellTheListed implements Reaction<WithdrawnNotice> {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly applications: ApplicationsFacade,
    private readonly events: Events,
  ) {}

  async run({ noticeId, callId, awardIds, corrected }: WithdrawnNotice): Promise<void> {
    const listed = (await this.awards.ofCall(callId)).filter(({ id }) => awardIds.includes(id));
    const why = (await this.notices.find(noticeId))?.withdrawnReason ?? null;
    const named = new Map((await this.applications.many(listed.map(({ applicationId }) => applicationId))).map((application) => [application.id, application]));
    for (const { id, organisationId, applicationId } of listed) {
      const { projectName: project, number } = named.get(applicationId)!;
      await this.events.tell(PeopleToBeTold, {
        to: { role: 'applicant', subjectId: organisationId }, kind: 'award-notice-withdrawn', link: `/notices/${callId}`, key: `award-notice-withdrawn:${noticeId}:${id}`, facts: { project, number, why },
        title: say('公示已撤回，“{project}”将重新公示', 'The notice is withdrawn; "{project}" will be published anew'),
        body: corrected ? CORRECTED : UPHELD,
      });
    }
  }
}
