# The App alone: docker build -t zenpulse . && docker run --env-file .env -p 127.0.0.1:3000:3000 -v zenpulse:/data zenpulse
FROM node:24-slim AS dependencies
WORKDIR /zenpulse
COPY package.json package-lock.json ./
# The image has Node 24 itself, so the packages that bring one are left out; so is what only the action and the CLI
# load. The versions stay those of the lockfile.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
  && npm uninstall --omit=dev --omit=optional --ignore-scripts \
    @actions/artifact @actions/core @actions/github @actions/http-client @actions/tool-cache \
    @langchain/core @langchain/langgraph @modelcontextprotocol/client @modelcontextprotocol/server \
    commander openai safe-stable-stringify semver undici

FROM node:24-slim
WORKDIR /zenpulse
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ZENPULSE_DATA=/data
COPY --from=dependencies /zenpulse/node_modules ./node_modules
COPY package.json LICENSE ./
COPY contract ./contract
COPY calls ./calls
COPY rules ./rules
COPY delivery ./delivery
COPY app ./app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# No shell and no npm between, so that SIGTERM reaches the process.
CMD ["node", "app/server.ts"]
