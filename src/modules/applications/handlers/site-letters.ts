import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import type { Application } from '../domain/application.js';
import type { SiteRequest } from '../domain/sites/site-request.js';

/** Between an application and the places where it is to be carried out. */
@Injectable()
export class SiteLetters {
  constructor(private readonly events: Events) {}

  /** The secret stands behind `#`, which browsers send to nobody. Whoever sits at the site is written to in Chinese; the page has both languages. */
  async ask({ organisationName, projectName }: Application, { id, name, email }: Pick<SiteRequest, 'id' | 'name'> & { email: string }, token: string): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { address: { email, name, language: 'zh' } }, kind: 'direct-mail', title: say('请确认“{project}”在贵处实施', 'Please confirm "{project}" at your place'),
      body: say('{name}：您好！{organisation}申报的项目“{project}”计划在贵处实施。请打开链接查看计划，填写姓名和职务后确认，或说明不同意的原因。无需注册。', '{name}: {organisation} applies for "{project}", which is planned at your place. Please open the link, read the plan, and confirm with your name and office, or say why not. No account is needed.'),
      link: `/site-confirmation#${token}`, key: `site-asked:${id}`, facts: { name, organisation: organisationName, project: projectName },
    });
  }

  async answered({ id, ownerId, projectName }: Application, { id: siteId, name }: Pick<SiteRequest, 'id' | 'name'>, reason: string | null): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [ownerId] }, kind: 'site-answered', title: reason === null ? say('{site}已确认', '{site} has confirmed') : say('{site}不同意', '{site} does not agree'),
      body: reason === null ? say('申报项目“{project}”。', 'The application is "{project}".') : say('申报项目“{project}”。对方说明：{reason}', 'The application is "{project}". It says: {reason}'),
      link: `/desk/my-applications/${id}`, key: `site-answered:${siteId}`, facts: { site: name, project: projectName, reason: reason ?? '' },
    });
  }
}
