// Shared texts in the database of the order index.
import type { SharedTexts } from '../common/sharedTexts.js';
import type { Recorder } from './record/record.js';

/** @param use runs something on the database, however that is opened */
export const createTextTable = (
  use: <Result>(run: (recorder: Pick<Recorder, 'db' | 'engine'>) => Promise<Result>) => Promise<Result>,
): SharedTexts => ({
  read: (name) =>
    use(async ({ db }) => {
      const row = await db.selectFrom('shared_texts').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    }),
  replace: (name, before, after) =>
    use(({ db, engine }) =>
      engine.write(db, async (transaction) => {
        const written =
          before === undefined
            ? await transaction
                .insertInto('shared_texts')
                .values({ name, value: after })
                .onConflict((conflict) => conflict.column('name').doNothing())
                .returning('name')
                .execute()
            : await transaction
                .updateTable('shared_texts')
                .set({ value: after })
                .where('name', '=', name)
                .where('value', '=', before)
                .returning('name')
                .execute();
        return written.length > 0;
      }),
    ),
});
