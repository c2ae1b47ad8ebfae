import { Injectable } from '@nestjs/common';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { ExpertStore } from '../store/expert.store.js';
import { PanelStore } from '../store/panel.store.js';

export class PublishedExpertView {
  @Shown() name: string;
  @Shown({ nullable: true, type: String }) employer: string | null;
}

/** Who judged a stage. In the order of names: it tells nobody which alias of the ranking is whose. */
export class PublishedPanelView {
  @ShownSentence() stageTitle: Sentence;
  @Shown({ type: [PublishedExpertView] }) experts: PublishedExpertView[];
}

/** The experts of a round for everybody, where the rulebook publishes them, from the hour at which the outcome is announced. */
@Injectable()
export class ReadPublishedPanels {
  constructor(
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly panels: PanelStore,
    private readonly experts: ExpertStore,
    private readonly identity: IdentityFacade,
  ) {}

  /** Empty while nothing is announced, and where the rulebook keeps names to itself. @throws DomainError `call_absent` */
  async run(callId: string): Promise<PublishedPanelView[]> {
    const { rulebook } = await this.calls.get(callId);
    if (!rulebook.publicity.awards.experts || !(await this.applications.ofCall(callId)).some(({ announcedAt }) => announcedAt !== null)) return [];
    const seats = (await this.panels.seats(callId)).filter(({ status }) => status === 'seated');
    const ids = [...new Set(seats.map(({ accountId }) => accountId))];
    const [names, profiles] = await Promise.all([this.identity.names(ids), this.experts.profiles(ids)]);
    const employers = new Map(profiles.map(({ accountId, employer }) => [accountId, employer]));
    const panels = rulebook.scoring.stages.map(({ key, title }) => {
      const seated = new Set(seats.filter(({ stageKey }) => stageKey === key).map(({ accountId }) => accountId));
      const experts = [...seated].map((id) => ({ name: names.get(id) ?? '', employer: employers.get(id) ?? null }));
      return { stageTitle: title, experts: experts.sort((a, b) => a.name.localeCompare(b.name, 'zh')) };
    });
    return panels.filter(({ experts }) => experts.length > 0);
  }
}
