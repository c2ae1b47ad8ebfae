import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { NeverReplayed, OneOf } from '#libs/http';
import { TranslateApplication, TranslationView } from '../handlers/translate-application.js';
import { mayJudge } from '../scoring.permissions.js';

export class TranslationBody {
  @OneOf(['zh', 'en']) to: 'zh' | 'en';
}

@ApiTags('judging')
@Controller('judging')
export class TranslationController {
  constructor(private readonly translating: TranslateApplication) {}

  /** Kept nowhere, not beside a key either. */
  @NeverReplayed()
  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: TranslationView })
  @Post(':seatId/:applicationId/translation')
  translate(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() { to }: TranslationBody, @CurrentActor() actor: Actor): Promise<TranslationView> {
    return this.translating.run(seatId, applicationId, to, actor);
  }
}
