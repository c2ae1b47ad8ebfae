import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, scopeOf, type Actor, signedIn } from '#libs/access';
import { isId } from '#libs/database';
import { NODE_ROLES } from '../domain/roles.js';
import { OpenNode } from '../handlers/open-node.js';
import { nodeAbsent } from '../identity.errors.js';
import { NodeStore } from '../store/node.store.js';
import { NodeBody, RenameBody } from './identity.body.js';
import { NodeShown } from './identity.view.js';

@ApiTags('administration')
@Controller('organisers')
export class OrganisersController {
  constructor(
    private readonly nodes: NodeStore,
    private readonly opening: OpenNode,
  ) {}

  /** The part of the tree where the person holds any role. */
  @Get()
  @Requires(hasRole(...NODE_ROLES))
  @ApiOkResponse({ type: [NodeShown] })
  async list(@CurrentActor() actor: Actor): Promise<NodeShown[]> {
    const nodes = await this.nodes.list(scopeOf(actor, ...NODE_ROLES));
    return nodes.map((node) => NodeShown.of(node));
  }

  /** All of them, for whoever names the federation of her place. */
  @Get('directory')
  @Requires(signedIn)
  @ApiOkResponse({ type: [NodeShown] })
  async directory(): Promise<NodeShown[]> {
    return (await this.nodes.all()).map((node) => NodeShown.of(node));
  }

  @Post()
  @Requires(hasRole('administrator'))
  @ApiCreatedResponse({ type: NodeShown })
  async open(@Body() body: NodeBody, @CurrentActor() actor: Actor): Promise<NodeShown> {
    return NodeShown.of(await this.opening.run(body, actor));
  }

  @Patch(':id')
  @Requires(hasRole('administrator'))
  @ApiOkResponse({ type: NodeShown })
  async rename(@Param('id') id: string, @Body() body: RenameBody, @CurrentActor() actor: Actor): Promise<NodeShown> {
    if (!isId(id)) throw nodeAbsent();
    return NodeShown.of(await this.opening.rename(id, body.name, actor));
  }
}
