import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { noSuchCall } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import type { Call } from '../domain/call.js';
import { mayAsk, questionsUntil } from '../domain/question/question-lifecycle.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallStore } from '../store/call.store.js';
import { QuestionStore } from '../store/question.store.js';
import { PossibleView } from './possible.view.js';
import { askingOf, OfficerQuestionView, PublicAnswerView, type AskingView, type OfficerQuestionsView } from './question.view.js';

/** The questions of a call: for everybody its answers, for the organiser all of them. */
@Injectable()
export class ReadQuestions {
  constructor(
    private readonly calls: CallStore,
    private readonly questions: QuestionStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async published(call: Call, rulebook: Rulebook): Promise<{ asking: AskingView; answers: PublicAnswerView[] }> {
    const answers = await this.questions.answered(call.id);
    return { asking: await this.asking(call, rulebook), answers: answers.map((question) => PublicAnswerView.of(question)) };
  }

  /** @throws DomainError `call_absent` */
  async ofCall(callId: string, actor: Actor): Promise<OfficerQuestionsView> {
    const call = await this.calls.find(callId);
    if (!call?.publishedAt || !reads(actor, call)) throw noSuchCall();
    const items = await this.questions.ofCall(call.id);
    const names = await this.identity.names(items.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]));
    const { rulebook } = (await this.calls.rulebook(call.id, call.rulebookVersion))!;
    return {
      answering: PossibleView.of(mayChange(actor, call)), asking: await this.asking(call, rulebook as Rulebook), items: items.map((item) => OfficerQuestionView.of(item, names)),
    };
  }

  private async asking(call: Call, rulebook: Rulebook): Promise<AskingView> {
    return askingOf(mayAsk(call, rulebook, await this.time.now()), questionsUntil(call, rulebook));
  }
}
