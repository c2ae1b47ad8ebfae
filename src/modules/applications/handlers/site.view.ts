import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { SITE_STATES, type SiteRequest, type SiteState } from '../domain/sites/site-request.js';
import { PreviewAnswerView } from './preview-application.js';

/** A site that was asked, and what it has said. */
export class SiteView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown({ nullable: true, type: String, description: '链接发往的邮箱；空为自行转交 where the link went; null where it is given by hand' }) email: string | null;
  @Shown({ enum: [...SITE_STATES], description: 'lapsed：确认之后内容有改动 what was confirmed has changed since' }) state: SiteState;
  @Shown() askedAt: Date;
  @Shown({ nullable: true, type: Date }) answeredAt: Date | null;
  @Shown({ nullable: true, type: String }) answerer: string | null;
  @Shown({ nullable: true, type: String }) office: string | null;
  @Shown({ nullable: true, type: String }) phone: string | null;
  @Shown({ nullable: true, type: String, description: '不同意的原因 why it declined' }) reason: string | null;
  @Shown({ nullable: true, type: String, description: '所见内容的 SHA-256 of what stood before whoever answered' }) contentHash: string | null;

  static of({ id, name, email, askedAt, answeredAt, answerer, office, phone, reason, contentHash }: SiteRequest, state: SiteState): SiteView {
    return { id, name, email, state, askedAt, answeredAt, answerer, office, phone, reason, contentHash };
  }
}

/** The word of the sites as it is asked for and stands. */
export class SitesView {
  @Shown({ description: '规则书要求落地点签章 the rulebook asks for the word of a site' }) needed: boolean;
  @Shown({ description: '盖章的意见已上传 its sealed opinion is among the files' }) paper: boolean;
  @Shown({ description: '读者现在可以请求确认 the reader may ask now' }) mayAsk: boolean;
  @ShownSentence({ nullable: true, description: '不能请求的原因 why not' }) refusal: Sentence | null;
  @Shown({ type: [SiteView] }) sites: SiteView[];
}

/** The link is told once, and to nobody again. */
export class SiteLinkView {
  @Shown() id: string;
  @Shown({ description: '页面地址 # 之后的凭据 the secret behind the # of the page’s address' }) token: string;
}

/** What somebody at the site sees and says. */
export class SiteAskedView {
  @Shown() site: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence({ description: '确认即表示 what she says by confirming' }) says: Sentence;
  @Shown({ type: [PreviewAnswerView], description: '在该处的计划 what is planned there' }) planned: PreviewAnswerView[];
  @Shown({ description: '所见内容的 SHA-256，答复时写明 of what is shown; an answer names it' }) hash: string;
  @Shown({ enum: [...SITE_STATES] }) state: SiteState;
  @Shown({ type: Date, description: '可答复至 until when it can be answered' }) until: Date;
  @Shown({ nullable: true, type: Date }) answeredAt: Date | null;
  @Shown({ nullable: true, type: String }) answerer: string | null;
}
