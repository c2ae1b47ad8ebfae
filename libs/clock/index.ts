export { Clock, SystemClock } from './clock.js';
export { FixedClock } from './fixed-clock.js';
export { SandboxClock } from './sandbox-clock.js';
export { WallClock } from './wall-clock.js';
export { ClockModule } from './clock.module.js';
