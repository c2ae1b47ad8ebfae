import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '#libs/access';
import { mayRead } from '../calls.permissions.js';
import { HolidayNoticeView, ReadHolidayNotices } from '../handlers/read-holiday-notices.js';

@ApiTags('calls')
@Controller('holiday-notices')
export class HolidaysController {
  constructor(private readonly read: ReadHolidayNotices) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: [HolidayNoticeView] })
  @Get()
  list(): Promise<HolidayNoticeView[]> {
    return this.read.run();
  }
}
