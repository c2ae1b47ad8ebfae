export { NotificationsModule } from './notifications.module.js';
export { notificationsInvariants } from './store/notifications.invariants.js';
