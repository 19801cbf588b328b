import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** Stands between a client and a server on loopback, and can make the line do what lines do. */
export class TcpProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  /** Bytes from the server that pass on each new connection before it is cut; null for all. */
  cutAfter: number | null = null
  /** Bytes from the server that pass on each new connection before nothing comes any more; null for all. */
  stallAfter: number | null = null
  /** From now on every byte vanishes, in both directions, and the connections stay open. */
  swallows = false
  connections = 0

  private constructor(server: Server) {
    this.#server = server
  }

  static async to(port: number): Promise<TcpProxy> {
    const server = createServer()
    const proxy = new TcpProxy(server)
    server.on('connection', (client) => proxy.#join(client, port))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Cuts every connection. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async stop(): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(client: Socket, port: number): void {
    this.connections += 1
    const server = connect(port, '127.0.0.1')
    const cuts = this.cutAfter !== null
    let left = this.cutAfter ?? this.stallAfter ?? Infinity
    for (const socket of [client, server]) {
      this.#sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        this.#sockets.delete(socket)
        client.destroy()
        server.destroy()
      })
    }
    client.on('data', (bytes) => {
      if (!this.swallows) server.write(bytes)
    })
    server.on('data', (bytes) => {
      if (this.swallows || left <= 0) return
      client.write(bytes.subarray(0, Math.min(bytes.length, left)))
      left -= bytes.length
      if (left <= 0 && cuts) client.end(() => client.destroy())
    })
  }
}
