export { sendLive } from './live-stream.js';
export { LiveModule } from './live.module.js';
export { LiveNews } from './live-news.js';
