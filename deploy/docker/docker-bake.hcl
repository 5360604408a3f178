# All images in one build, which makes the jars once: docker buildx bake --file deploy/docker/docker-bake.hcl
variable "IMAGES" { default = "microblog" }
variable "TAGS" { default = "latest" }
variable "SOURCE" { default = "" }

group "default" {
  targets = ["service"]
}

target "service" {
  matrix = {
    service = ["gateway", "user-service", "post-service", "search-service", "notification-service", "translation-service"]
  }
  name       = service
  context    = "."
  dockerfile = "deploy/docker/Dockerfile"
  args       = { SERVICE = service }
  tags       = [for tag in split(",", TAGS) : "${IMAGES}/${service}:${tag}"]
  labels     = { "org.opencontainers.image.source" = SOURCE }
}
