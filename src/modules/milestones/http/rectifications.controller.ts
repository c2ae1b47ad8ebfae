import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { IdentifierList, OneOf, Text } from '#libs/http';
import { OrderRectification } from '../handlers/order-rectification.js';
import { ReadRectifications } from '../handlers/read-rectifications.js';
import { RectificationRow, RectificationView } from '../handlers/rectification.view.js';
import { AnswerRectification, DecideRectification } from '../handlers/settle-rectification.js';
import { mayDecide, mayRead, mayWrite } from '../milestones.permissions.js';
import { RectificationBody } from './milestones.body.js';

export class AnswerRectificationBody {
  @Text({ min: 4, max: 5000 }) answer: string;
  @IdentifierList({ max: 50, description: '证明材料 files that show it' }) evidence: string[];
}

export class DecideRectificationBody {
  @OneOf(['accept', 'return']) move: 'accept' | 'return';
  @Text({ max: 2000, optional: true }) note?: string;
}

@ApiTags('rectifications')
@Controller()
export class RectificationsController {
  constructor(
    private readonly read: ReadRectifications,
    private readonly ordering: OrderRectification,
    private readonly answering: AnswerRectification,
    private readonly deciding: DecideRectification,
  ) {}

  /** Projects that are being mended, of the actor's places or organisations; the earliest day first. */
  @Requires(mayRead)
  @ApiOkResponse({ type: [RectificationRow] })
  @Get('rectifications')
  open(@CurrentActor() actor: Actor): Promise<RectificationRow[]> {
    return this.read.open(actor);
  }

  /** Newest first. */
  @Requires(mayRead)
  @ApiOkResponse({ type: [RectificationView] })
  @Get('projects/:projectId/rectifications')
  ofProject(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<RectificationView[]> {
    return this.read.ofProject(projectId, actor);
  }

  @Requires(mayDecide)
  @ApiOkResponse({ type: [RectificationView] })
  @Post('projects/:projectId/rectifications')
  async order(@Param('projectId') projectId: string, @Body() body: RectificationBody, @CurrentActor() actor: Actor): Promise<RectificationView[]> {
    await this.ordering.run(projectId, body, actor);
    return this.read.ofProject(projectId, actor);
  }

  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: [RectificationView] })
  @Post('rectifications/:id/answer')
  async answer(@Param('id') id: string, @Body() body: AnswerRectificationBody, @CurrentActor() actor: Actor): Promise<RectificationView[]> {
    return this.read.ofProject(await this.answering.run(id, body, actor), actor);
  }

  @Requires(mayDecide)
  @HttpCode(200)
  @ApiOkResponse({ type: [RectificationView] })
  @Post('rectifications/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideRectificationBody, @CurrentActor() actor: Actor): Promise<RectificationView[]> {
    return this.read.ofProject(await this.deciding.run(id, body, actor), actor);
  }
}
