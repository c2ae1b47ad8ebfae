import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { MoveSandboxClock } from '../handlers/move-sandbox-clock.js';
import { SandboxClockBody } from './identity.body.js';

@ApiTags('rehearsal')
@Controller('sandbox')
export class SandboxController {
  constructor(private readonly moving: MoveSandboxClock) {}

  @Post('clock')
  @HttpCode(204)
  @Requires(hasRole('administrator'))
  @ApiNoContentResponse({ description: 'only in a rehearsal; otherwise 404' })
  async move(@Body() body: SandboxClockBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.moving.run(new Date(body.now), actor);
  }
}
