import { NestFactory } from '@nestjs/core';
import { readConfig } from '#libs/config';
import { Transaction } from '#libs/database';
import { FoundPlatform } from '#modules/identity';
import { AppModule } from './app.module.js';

type Founding = Parameters<FoundPlatform['run']>;

/** Makes the first place and its administrator. Answers the link by which she chooses her password; it works once, for 30 minutes. */
export async function inviteFounder(root: { path: string; kind: string; name: string }, administrator: Founding[1]): Promise<string> {
  const config = readConfig(process.env);
  const app = await NestFactory.createApplicationContext(AppModule.from(config), { logger: ['error'], abortOnError: false });
  try {
    await app.get(FoundPlatform).run(root as Founding[0], administrator);
    const [letter] = await app.get(Transaction).reader.query<{ link: string }[]>(
      `select data ->> 'link' as link from outbox where data -> 'to' -> 'address' ->> 'email' = $1 order by id desc limit 1`, [administrator.email],
    );
    return new URL(letter!.link, config.publicUrl).href;
  } finally {
    await app.close();
  }
}
