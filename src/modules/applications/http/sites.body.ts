import { EmailAddress, Text, YesNo } from '#libs/http';

export class AskSiteBody {
  @Text({ min: 2, max: 100, description: '落地点名称，如某某社区 the name of the site' }) name: string;
  @EmailAddress({ optional: true, description: '对方邮箱；不填则自行转交链接 without it the link is given by hand' }) email?: string;
}

export class SiteAnswerBody {
  @YesNo({ description: '同意 agrees' }) agreed: boolean;
  @Text({ min: 2, max: 60, description: '姓名 name' }) name: string;
  @Text({ min: 2, max: 60, description: '职务 office' }) office: string;
  @Text({ min: 5, max: 30, description: '联系电话 telephone' }) phone: string;
  @Text({ min: 2, max: 500, optional: true, description: '不同意时必填 needed where it declines' }) reason?: string;
  @Text({ max: 64, description: '所见内容的 hash of what was shown' }) seen: string;
}
