import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { Clock, SystemClock } from './clock.js';
import { SandboxClock } from './sandbox-clock.js';
import { WallClock } from './wall-clock.js';

/** The clock of the programme for everybody, and the time of the machine for what guards the door. */
@Global()
@Module({
  providers: [
    WallClock,
    { provide: Clock, useFactory: (config: AppConfig) => (config.sandbox ? new SandboxClock() : new SystemClock()), inject: [APP_CONFIG] },
  ],
  exports: [Clock, WallClock],
})
export class ClockModule {}
