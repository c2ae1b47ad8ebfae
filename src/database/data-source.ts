import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DataSource, type MigrationInterface } from 'typeorm';

/** Every migration beside this file, in the order of its time stamp. */
export async function loadMigrations(folder = join(dirname(fileURLToPath(import.meta.url)), 'migrations')): Promise<(new () => MigrationInterface)[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{13}-.*\.(js|ts)$/.test(file) && !file.endsWith('.d.ts')).sort();
  const found: (new () => MigrationInterface)[] = [];
  for (const file of files) {
    const loaded = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, new () => MigrationInterface>;
    found.push(...Object.values(loaded));
  }
  return found;
}

/** Brings the schema up to date as the owner of the tables. Answers the names of the migrations that ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: await loadMigrations(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
