import { describeOnPostgres } from '../../../support/postgres.js';
import { describeDifferences } from './suite.js';

describeOnPostgres('segments on PostgreSQL', (postgres) => {
  describeDifferences('PostgreSQL, and HTTP before it', async (bases) => ({
    PostgreSQL: await bases.inDatabase({ dialect: postgres().dialect(), schema: postgres().schema() }),
  }));
});
