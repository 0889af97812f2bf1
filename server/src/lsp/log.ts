import { LogMessageNotification, MessageType, type Connection } from 'vscode-languageserver';
import { send } from './send.ts';

/** A line for developers: a stable name and a data object. What a user must read does not go here. */
export interface Log {
  error(event: string, data?: unknown): void;
  info(event: string, data?: unknown): void;
}

/** Logs to the client's output channel; a client that is gone misses it. */
export function createLog(connection: Connection): Log {
  const write = (type: MessageType, event: string, data: unknown): void => {
    const message = `${event} ${JSON.stringify(data ?? {})}`;
    send(() => connection.sendNotification(LogMessageNotification.type, { type, message }));
  };
  return {
    error: (event, data) => {
      write(MessageType.Error, event, data);
    },
    info: (event, data) => {
      write(MessageType.Info, event, data);
    },
  };
}
