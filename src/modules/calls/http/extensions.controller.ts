import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayRead, mayWrite } from '../calls.permissions.js';
import { DecideExtension, ProposeExtension } from '../handlers/extend-deadline.js';
import { ExtensionsView } from '../handlers/extension.view.js';
import { ReadExtensions } from '../handlers/read-extensions.js';
import { DecideExtensionBody, ProposeExtensionBody } from './published-call.body.js';

/** A later deadline for everybody takes two officers. */
@ApiTags('calls')
@Controller('calls/:id/extensions')
export class ExtensionsController {
  constructor(
    private readonly read: ReadExtensions,
    private readonly proposing: ProposeExtension,
    private readonly deciding: DecideExtension,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: ExtensionsView })
  @Get()
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ExtensionsView> {
    return this.read.run(id, actor);
  }

  @Requires(mayWrite)
  @ApiCreatedResponse({ type: ExtensionsView })
  @Post()
  async propose(@Param('id') id: string, @Body() { closesAt, movesLater, reason }: ProposeExtensionBody, @CurrentActor() actor: Actor): Promise<ExtensionsView> {
    await this.proposing.run(id, { closesAt: new Date(closesAt), movesLater, reason }, actor);
    return this.read.run(id, actor);
  }

  @Requires(mayWrite)
  @ApiCreatedResponse({ type: ExtensionsView })
  @Post(':extensionId/moves')
  async decide(@Param('id') id: string, @Param('extensionId') extensionId: string, @Body() body: DecideExtensionBody, @CurrentActor() actor: Actor): Promise<ExtensionsView> {
    await this.deciding.run(id, extensionId, body, actor);
    return this.read.run(id, actor);
  }
}
