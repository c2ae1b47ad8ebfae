import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { ListQuery } from '#libs/http';
import { JournalPage, RoundMoneyView, RoundRow, StatementPage, TrialBalanceView } from '../handlers/books.view.js';
import { ExportBooks } from '../handlers/export-books.js';
import { ReadBooks, VisibleRounds } from '../handlers/read-books.js';
import { ReadDeposits } from '../handlers/read-deposits.js';
import { STAFF } from '../handlers/read-funds.js';
import { ExportQuery, JournalQuery } from './funds.body.js';

export const SHEET_TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

const reader = hasRole(...STAFF);

/** The books of rounds, for those who answer for them; nothing here writes. */
@ApiTags('funds')
@Controller()
export class BooksController {
  constructor(
    private readonly rounds: VisibleRounds,
    private readonly books: ReadBooks,
    private readonly deposits: ReadDeposits,
    private readonly exporting: ExportBooks,
  ) {}

  /** Every published round in sight with its money. */
  @Requires(reader)
  @ApiOkResponse({ type: [RoundRow] })
  @Get('funds/rounds')
  all(@CurrentActor() actor: Actor): Promise<RoundRow[]> {
    return this.rounds.all(actor);
  }

  @Requires(reader)
  @ApiOkResponse({ type: RoundMoneyView })
  @Get('calls/:callId/funds')
  async round(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<RoundMoneyView> {
    return { ...(await this.rounds.money(callId, actor)), deposits: await this.deposits.ofCall(callId, actor) };
  }

  /** Every line of the round's accounts, oldest first. */
  @Requires(reader)
  @ApiOkResponse({ type: StatementPage })
  @Get('calls/:callId/statement')
  statement(@Param('callId') callId: string, @Query() query: ListQuery, @CurrentActor() actor: Actor): Promise<StatementPage> {
    return this.books.statement(callId, query, actor);
  }

  /** The entries with their lines in words, oldest first. */
  @Requires(reader)
  @ApiOkResponse({ type: JournalPage })
  @Get('calls/:callId/journal')
  journal(@Param('callId') callId: string, @Query() query: JournalQuery, @CurrentActor() actor: Actor): Promise<JournalPage> {
    return this.books.journal(callId, query, actor);
  }

  @Requires(reader)
  @ApiProduces(...Object.values(SHEET_TYPES))
  @Get('calls/:callId/journal-export')
  async export(@Param('callId') callId: string, @Query() query: ExportQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const sheet = await this.exporting.run(callId, query, actor);
    await reply.header('Content-Type', SHEET_TYPES[query.format]).header('Content-Disposition', attachmentHeader(`序时账.${query.format}`)).send(sheet);
  }

  @Requires(reader)
  @ApiOkResponse({ type: TrialBalanceView })
  @Get('calls/:callId/trial-balance')
  trialBalance(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<TrialBalanceView> {
    return this.books.trialBalance(callId, actor);
  }
}
