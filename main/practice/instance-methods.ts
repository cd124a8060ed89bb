import { digitsOf } from '../../core/chat-id.ts';
import { endpoints } from '../green-api/endpoints.ts';
import { done, type Method, method, refuse } from './method.ts';
import { qrPng } from './qr-png.ts';
import { json } from './reply.ts';
import { isNumber, required } from './validation.ts';

const read = { verb: 'GET', perSecond: 1, needsPhone: false } as const;

/** GREEN-API's methods about the instance itself; they answer without a linked phone. */
export const instanceMethods = {
  getStateInstance: method({ ...endpoints.getStateInstance, needsPhone: false }, ({ world }) =>
    done({ stateInstance: world.instance.state() }),
  ),

  getSettings: method(read, ({ world }) =>
    done({
      wid: world.instance.state() === 'notAuthorized' ? '' : world.me.chatId,
      countryInstance: '',
      typeAccount: '',
      webhookUrl: '',
      webhookUrlToken: '',
      delaySendMessagesMilliseconds: 3000,
      markIncomingMessagesReaded: 'no',
      markIncomingMessagesReadedOnReply: 'no',
      outgoingWebhook: 'no',
      outgoingMessageWebhook: 'no',
      outgoingAPIMessageWebhook: 'no',
      incomingWebhook: 'no',
      stateWebhook: 'no',
      enableLidMode: 'no',
    }),
  ),

  getWaSettings: method({ ...endpoints.getWaSettings, needsPhone: false }, ({ world }) => {
    const state = world.instance.state();
    const isLinked = state === 'authorized' || state === 'suspended';
    const untilMs = world.instance.suspendedUntilMs();
    return done({
      avatar: '',
      phone: isLinked ? digitsOf(world.me.chatId) : '',
      stateInstance: state,
      deviceId: isLinked ? `${digitsOf(world.me.chatId)}:1@s.whatsapp.net` : '',
      ...(untilMs === null ? {} : { suspendedUntil: Math.floor(untilMs / 1000) }),
    });
  }),

  qr: method({ ...endpoints.qr, needsPhone: false }, ({ world }) => {
    const state = world.instance.state();
    if (state === 'authorized' || state === 'suspended') {
      return done({ type: 'alreadyLogged', message: 'instance account already authorized' });
    }
    if (state === 'starting') return done({ type: 'error', message: 'instance in starting process try later' });
    return done({ type: 'qrCode', message: qrPng(world.instance.qrText()).toString('base64') });
  }),

  getAuthorizationCode: method(
    { ...endpoints.getAuthorizationCode, needsPhone: false, rules: { phoneNumber: required(isNumber) } },
    (context) => {
      const { world, body } = context;
      if (!/^\d+$/.test(String(body.phoneNumber))) {
        return refuse(context, 400, "Validation failed. Details: Wrong format. 'phoneNumber' must contain only digits");
      }
      const state = world.instance.state();
      if (state !== 'notAuthorized' && state !== 'pendingCode') return done({ status: false, code: '' });
      return done({ status: true, code: world.instance.askCode() });
    },
  ),

  logout: method(read, ({ world }) => {
    world.instance.set('notAuthorized');
    return done({ isLogout: true });
  }),

  reboot: method(read, ({ world }) => {
    world.instance.reboot();
    return done({ isReboot: true });
  }),

  // Nothing notifies here: long polling waits and ends empty, as it does when no message has come.
  receiveNotification: method({ ...read, perSecond: 100 }, ({ query }) => {
    const seconds = Number(query.get('receiveTimeout') ?? 5);
    const delayMs = Math.min(60, Math.max(5, Number.isFinite(seconds) ? seconds : 5)) * 1000;
    return { manner: 'later', answer: json(null), delayMs };
  }),

  deleteNotification: method({ ...read, verb: 'DELETE', perSecond: 100, hasTail: true }, () =>
    done({ result: false, reason: '' }),
  ),
} satisfies Record<string, Method>;
