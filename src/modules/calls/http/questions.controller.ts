import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { Throttle } from '#modules/identity';
import { mayRead, mayWrite } from '../calls.permissions.js';
import { AnswerQuestion } from '../handlers/answer-question.js';
import { AskQuestion, questionLimits } from '../handlers/ask-question.js';
import { PrintQuestions } from '../handlers/print-questions.js';
import { OfficerQuestionsView, QuestionReceivedView } from '../handlers/question.view.js';
import { ReadQuestions } from '../handlers/read-questions.js';
import { QuestionsFileQuery } from './calls.body.js';
import { AnswerQuestionBody, AskQuestionBody, ClarifyCallBody, ReplyAloneBody } from './published-call.body.js';

@ApiTags('calls')
@Controller('calls/:id/questions')
export class QuestionsController {
  constructor(
    private readonly read: ReadQuestions,
    private readonly answering: AnswerQuestion,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: OfficerQuestionsView })
  @Get()
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OfficerQuestionsView> {
    return this.read.ofCall(id, actor);
  }

  /** Published at once, and not changed afterwards. */
  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: OfficerQuestionsView })
  @Post(':questionId/answer')
  async answer(@Param('id') id: string, @Param('questionId') questionId: string, @Body() body: AnswerQuestionBody, @CurrentActor() actor: Actor): Promise<OfficerQuestionsView> {
    await this.answering.answer(id, questionId, body, actor);
    return this.read.ofCall(id, actor);
  }

  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: OfficerQuestionsView })
  @Post(':questionId/private-reply')
  async setAside(@Param('id') id: string, @Param('questionId') questionId: string, @Body() { reply }: ReplyAloneBody, @CurrentActor() actor: Actor): Promise<OfficerQuestionsView> {
    await this.answering.setAside(id, questionId, reply, actor);
    return this.read.ofCall(id, actor);
  }

  /** A clarification that nobody asked for here. */
  @Requires(mayWrite)
  @ApiCreatedResponse({ type: OfficerQuestionsView })
  @Post()
  async clarify(@Param('id') id: string, @Body() body: ClarifyCallBody, @CurrentActor() actor: Actor): Promise<OfficerQuestionsView> {
    await this.answering.clarify(id, body, actor);
    return this.read.ofCall(id, actor);
  }
}

@ApiTags('public')
@Controller('public/calls/:id/questions')
export class PublicQuestionsController {
  constructor(
    private readonly asking: AskQuestion,
    private readonly throttle: Throttle,
  ) {}

  /** Counted for each address and for each call, before anything is looked at. */
  @Public('anybody may ask about a call')
  @ApiCreatedResponse({ type: QuestionReceivedView })
  @Post()
  async ask(@Param('id') id: string, @Body() { language = 'zh', ...put }: AskQuestionBody, @CurrentActor() actor: Actor | undefined, @Req() request: FastifyRequest): Promise<QuestionReceivedView> {
    await this.throttle.count(questionLimits(id, request.ip));
    return { askedAt: await this.asking.run(id, { ...put, language }, actor) };
  }
}

@ApiTags('public')
@Controller('public/calls/:id/questions.pdf')
export class QuestionsFileController {
  constructor(
    private readonly printing: PrintQuestions,
    private readonly throttle: Throttle,
  ) {}

  @Public('Everybody may take all questions along before registering')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Get()
  async file(@Param('id') id: string, @Query() { code, lang = 'zh' }: QuestionsFileQuery, @CurrentActor() actor: Actor | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.throttle.count([{ key: `questions file ${request.ip}`, most: 120 }]);
    const { name, content } = await this.printing.run(id, lang, { actor, code });
    await reply.header('Content-Type', 'application/pdf').header('Content-Disposition', attachmentHeader(name)).send(content);
  }
}
