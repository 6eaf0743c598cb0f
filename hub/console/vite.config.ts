import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** Where `npm run dev` finds a hub; the built console always talks to the hub that served it. */
const hub = process.env.CAREPOST_HUB ?? "http://localhost:8080";

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: "es2024",
    // The hub's content security policy allows files of its own only: no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": { target: hub, ws: true } } },
});
