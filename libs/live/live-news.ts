import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { filter, Observable, Subject } from 'rxjs';
import { APP_CONFIG, type AppConfig } from '#libs/config';

const CHANNEL = 'live_news';
const AGAIN_AFTER_MS = 1_000;

/**
 * What has just changed in the database, as any process has committed it: the names of places (`roadshow:<call>`), never what was written
 * there. Whoever hears of a place asks again, with her own rights. One connection listens for the whole process, from the first listener
 * on; when it was lost and is back, everybody is told, for nobody knows what was missed.
 */
@Injectable()
export class LiveNews implements BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveNews.name);
  /** Null: anything may have changed. */
  private readonly heard = new Subject<string | null>();
  private client?: pg.Client;
  private timer?: NodeJS.Timeout;
  private over = false;

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** Each change in one of the places; ends when the process does. */
  of(places: readonly string[]): Observable<string | null> {
    if (!this.client && !this.timer) this.listen();
    return this.heard.pipe(filter((place) => place === null || places.includes(place)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.over = true;
    clearTimeout(this.timer);
    this.heard.complete();
    await this.client?.end().catch(() => undefined);
  }

  private listen(): void {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, keepAlive: true, application_name: 'qiongxiang live news' });
    this.client = client;
    client.on('notification', ({ payload }) => this.heard.next(payload ?? null));
    const lost = (error?: Error) => this.lost(client, error);
    client.on('error', lost);
    client.on('end', () => lost());
    client.connect().then(() => client.query(`listen ${CHANNEL}`)).then(() => this.heard.next(null)).catch(lost);
  }

  private lost(client: pg.Client, error?: Error): void {
    if (this.over || this.client !== client) return;
    this.client = undefined;
    if (error) this.logger.warn(`The connection that hears of changes was lost: ${error.message}`);
    void client.end().catch(() => undefined);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.listen();
    }, AGAIN_AFTER_MS);
  }
}
