import { section } from './section.ts';

/** A sentence for each failure code: what happened · was a group made? · what to do. The code is shown beside it. */
export const failure = section({
  en: {
    offline: 'No connection. Nothing was sent. The group is kept and will be made when the connection is back.',
  },
  ru: {
    offline: 'Нет соединения. Ничего не отправлено. Группа сохранена и будет создана, когда связь появится.',
  },
});
