import type * as en from '../en/keys.ts';
import type { Russian } from '../russian.ts';

export const keys: Russian<typeof en.keys> = {
  title: 'Клавиши',
  help: 'Справка об этом экране',
  close: 'Закрыть то, что открыто поверх',
  zoom: 'Крупнее, мельче, обычный размер',
  move: 'Двигаться по списку',
  choose: 'Выбрать',
  space: 'Пробел',
  chooseSeveral: 'Выбрать несколько',
  chooseAll: 'Выбрать всех',
};
