import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires, signedIn } from '#libs/access';
import { Shown, Text } from '#libs/http';
import { KeepOwnProfile, type OwnProfile } from '../handlers/own-profile.js';
import type { CurrentSession } from '../handlers/read-session.js';
import { Signed } from './session.guard.js';

export class OwnNameBody {
  @Text({ max: 80 }) name: string;
}

export class OwnAccountView implements OwnProfile {
  @Shown() name: string;
  @Shown() email: string;
  @Shown({ enum: ['zh', 'en'] }) language: 'zh' | 'en';
  @Shown() secondFactorEnabled: boolean;
  @Shown({ description: '尚未使用的恢复码 codes for a lost telephone that were not used' }) recoveryCodesLeft: number;
}

@ApiTags('session')
@Controller('session')
export class OwnAccountController {
  constructor(private readonly own: KeepOwnProfile) {}

  @Requires(signedIn)
  @ApiOkResponse({ type: OwnAccountView })
  @Get('account')
  account(@Signed() session: CurrentSession): Promise<OwnAccountView> {
    return this.own.read(session);
  }

  @Requires(signedIn)
  @ApiOkResponse({ type: OwnAccountView })
  @Patch('name')
  async rename(@Body() body: OwnNameBody, @Signed() session: CurrentSession): Promise<OwnAccountView> {
    await this.own.rename(session, body.name);
    return this.own.read(session);
  }
}
