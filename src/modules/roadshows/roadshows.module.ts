import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#modules/applications';
import { CallsModule } from '#modules/calls';
import { ScoringModule } from '#modules/scoring';
import { Presentation, RoadshowSession } from './domain/roadshow.js';
import { CloseSession } from './handlers/close-session.js';
import { HearRoadshow } from './handlers/hear-roadshow.js';
import { HoldSession } from './handlers/hold-session.js';
import { OpenScores } from './handlers/open-scores.js';
import { OrderPresentations, PlanRoadshow, RecordPlan } from './handlers/plan-roadshow.js';
import { ReadConsole } from './handlers/read-console.js';
import { ReadHall } from './handlers/read-hall.js';
import { ReadRoadshow } from './handlers/read-roadshow.js';
import { RunSession } from './handlers/run-session.js';
import { TakeTurn, TurnEffects } from './handlers/take-turn.js';
import { LiveRoadshowsController } from './http/live.controller.js';
import { HallsController, RoadshowsController, TurnsController } from './http/roadshows.controller.js';
import { RoadshowStore } from './store/roadshow.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([RoadshowSession, Presentation]), CallsModule, ApplicationsModule, ScoringModule],
  controllers: [RoadshowsController, HallsController, TurnsController, LiveRoadshowsController],
  providers: [RoadshowStore, HoldSession, RecordPlan, PlanRoadshow, OrderPresentations, RunSession, CloseSession, OpenScores, TurnEffects, TakeTurn, ReadRoadshow, ReadConsole, ReadHall, HearRoadshow],
})
export class RoadshowsModule {}
