import { DataSource, EntitySchema, getMetadataArgsStorage, type EntitySchemaColumnOptions, type EntityTarget } from 'typeorm';
import { AppModule } from '../../../src/app.module.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** What a migration says and an entity cannot, or leaves to it. Anything else that the schema builder would change is a difference. */
const LEFT_TO_MIGRATIONS: { pattern: RegExp; why: string }[] = [
  { pattern: /^ALTER TABLE "\w+" DROP CONSTRAINT "/, why: 'checks, foreign keys and unique keys are written in SQL: modules know each other by id alone' },
  { pattern: /^DROP INDEX "/, why: 'indexes are partial, sorted or of another operator class, which a decorator cannot say' },
  { pattern: /^ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP DEFAULT$/, why: 'a default serves rows that are inserted in SQL; entities give every value' },
];

describe('the schema after all migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  /** What the schema builder would do to make the schema what these entities say. */
  async function differences(entities: EntityTarget<object>[] | EntitySchema[]): Promise<string[]> {
    const source = await new DataSource({ type: 'postgres', url: database.ownerUrl, entities: entities as never }).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      return upQueries.map(({ query }) => query).filter((query) => !LEFT_TO_MIGRATIONS.some(({ pattern }) => pattern.test(query)));
    } finally {
      await source.destroy();
    }
  }

  const declared = () => getMetadataArgsStorage().tables.map(({ target }) => target as EntityTarget<object>);

  it('has the columns, types and nullability that the entities say, and no others', async () => {
    expect(AppModule).toBeDefined();
    expect(declared().length).toBeGreaterThan(30);
    expect(await differences(declared())).toEqual([]);
  });

  describe('would be told of', () => {
    const outbox: Record<string, EntitySchemaColumnOptions> = {
      id: { type: 'uuid', primary: true }, handler: { type: 'text' }, queue: { type: 'text' }, data: { type: 'jsonb' }, key: { type: 'text' },
      dueAt: { type: 'timestamptz', name: 'due_at' }, createdAt: { type: 'timestamptz', name: 'created_at' }, sentAt: { type: 'timestamptz', name: 'sent_at', nullable: true },
      sends: { type: 'int' }, attempts: { type: 'int' }, progress: { type: 'int' }, closedAt: { type: 'timestamptz', name: 'closed_at', nullable: true },
      failedAt: { type: 'timestamptz', name: 'failed_at', nullable: true }, lastError: { type: 'text', name: 'last_error', nullable: true },
    };
    const found = (columns: Record<string, EntitySchemaColumnOptions>) => differences([new EntitySchema<object>({ name: 'OutboxAsDeclared', tableName: 'outbox', columns: columns as never })]);

    it('nothing in an entity that agrees', async () => {
      expect(await found(outbox)).toEqual([]);
    });

    it('a column that only the entity has', async () => {
      expect(await found({ ...outbox, surplus: { type: 'text' } })).toEqual([expect.stringContaining('ADD "surplus" text NOT NULL')]);
    });

    it('a column that only the table has', async () => {
      const { lastError: _, ...rest } = outbox;
      expect(await found(rest)).toEqual([expect.stringContaining('DROP COLUMN "last_error"')]);
    });

    it('a column of another type', async () => {
      expect((await found({ ...outbox, progress: { type: 'text' } })).join()).toContain('"progress"');
    });

    it('a column that may be null in one and not in the other', async () => {
      expect(await found({ ...outbox, key: { type: 'text', nullable: true } })).toEqual([expect.stringContaining('"key" DROP NOT NULL')]);
    });

    it('a table that is missing', async () => {
      const missing = new EntitySchema<object>({ name: 'Missing', tableName: 'no_such_table', columns: { id: { type: 'uuid', primary: true } } as never });
      expect(await differences([missing])).toEqual([expect.stringContaining('CREATE TABLE "no_such_table"')]);
    });
  });
});
