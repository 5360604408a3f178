package io.microblog.translation.budget;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What translating may cost.
 *
 * @param monthlyCharacters sent to the provider in a calendar month (UTC) by all instances together
 * @param dailyPerPerson translations that one person may cause in a day (UTC); what is cached is free
 */
@ConfigurationProperties("microblog.translator")
record BudgetProperties(long monthlyCharacters, long dailyPerPerson) {}
