import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/access';
import { Shown, Text } from '#libs/http';
import { divisionsWithin } from '#libs/identifiers';

export class DivisionsQuery {
  @Text({ max: 6, pattern: /^(\d{2}){0,3}$/, optional: true, description: '上级行政区划代码，空缺为省级 the code above; without it the provinces' }) within?: string;
}

export class DivisionView {
  @Shown({ description: '行政区划代码 GB/T 2260，不带末尾的零 without trailing zeros' }) code: string;
  @Shown() name: string;
  @Shown({ description: '是否还有下级 whether there are divisions within it' }) parted: boolean;
}

/** Places by name, level by level: nobody should have to know the code of her district. */
@ApiTags('public')
@Controller('public/divisions')
export class DivisionsController {
  @Public('the divisions of the country are no secret, and forms ask for them')
  @ApiOkResponse({ type: [DivisionView] })
  @Get()
  list(@Query() { within = '' }: DivisionsQuery): DivisionView[] {
    return divisionsWithin(within);
  }
}
