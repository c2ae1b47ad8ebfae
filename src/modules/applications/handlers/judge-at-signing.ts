import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { noSuchApplication, signingRulesFailed } from '../applications.errors.js';
import { wordsOfFailure, type JudgedRule } from '../domain/eligibility/judge-rules.js';
import { ApplicationStore } from '../store/application.store.js';
import { GatherFacts } from './gather-facts.js';

/** Lists and grades expire between the application and the contract (domain.md section 7), so the rules of that moment are judged by the facts of its day. */
@Injectable()
export class JudgeAtSigning {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
  ) {}

  /** @throws DomainError `application_absent` */
  async run(applicationId: string, actor: Actor): Promise<JudgedRule[]> {
    const application = await this.applications.find(applicationId);
    if (!application) throw noSuchApplication();
    return [...(await this.gather.of(application, 'signing', actor)).rules];
  }

  /** @throws DomainError `signing_rules_failed` */
  async insist(applicationId: string, actor: Actor): Promise<void> {
    const failed = (await this.run(applicationId, actor)).filter(({ verdict, effect }) => verdict === 'failed' && effect === 'exclude');
    if (failed.length > 0) throw signingRulesFailed(failed.map((rule) => ({ path: `eligibility.${rule.id}`, code: 'rule_failed', sentence: wordsOfFailure(rule) })));
  }
}
