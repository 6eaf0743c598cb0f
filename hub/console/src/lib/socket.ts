/** The hub's WebSocket: stays up by reconnecting with back-off. The only place that retries it. */

import { offNetwork, onNetwork } from "./network.ts";
import type { FromHub, ToHub } from "./types/socket.ts";

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;

export interface SocketEvents {
  message: (message: FromHub) => void;
  /** The link opened (again): whatever was missed should be fetched now. */
  opened: () => void;
  /** The link is down; it is tried again by itself. */
  lost: () => void;
}

export class HubSocket {
  readonly #events: SocketEvents;
  readonly #path: string;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry = FIRST_RETRY_MS;
  #wanted = false;

  constructor(events: SocketEvents, path = "/api/socket") {
    this.#events = events;
    this.#path = path;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    onNetwork(this.#now);
    this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    offNetwork(this.#now);
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  /** True when the message went out; false when the link is down (the caller says it again on `opened`). */
  send(message: ToHub): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #connect(): void {
    const address = new URL(this.#path, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.onopen = () => {
      this.#retry = FIRST_RETRY_MS;
      this.#events.opened();
    };
    socket.onmessage = (event) => this.#events.message(JSON.parse(String(event.data)) as FromHub);
    socket.onclose = () => this.#closed(socket);
  }

  #closed(socket: WebSocket): void {
    if (socket !== this.#socket || !this.#wanted) return;
    this.#socket = null;
    this.#events.lost();
    const jitter = 0.75 + Math.random() / 2;
    this.#timer = setTimeout(() => this.#connect(), this.#retry * jitter);
    this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY_MS);
  }

  /**
   * The browser says the network is back, or another one: no need to wait out the back-off, nor for a socket
   * of the address before, on which nothing comes any more.
   */
  readonly #now = (): void => {
    if (!this.#wanted) return;
    clearTimeout(this.#timer);
    const old = this.#socket;
    this.#socket = null;
    old?.close();
    if (old) this.#events.lost();
    this.#connect();
  };
}
