// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>
#include <QString>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace falconer {

struct PropertyRow {
    QString label; // empty: the value has the whole line
    QString value;
    QString toolTip = {};
    bool hidden = false; // behind a click: a secret
    QString colour = {}; // of the value, as it was written: a swatch behind it
};

// Titled sections of label and value, filled one by one as answers arrive. Values can be selected
// and copied.
class PropertySheet final : public QScrollArea {
    Q_OBJECT

public:
    explicit PropertySheet(QWidget *parent = nullptr);

    void setLabelWidth(int width) { m_labelWidth = width; } // of the rows to come
    void clear();
    // Returns the number of the section; it says that it is loading until it gets something.
    int addSection(const QString &title);
    void setRows(int section, const QList<PropertyRow> &rows, const QString &whenEmpty = {});
    void setMessage(int section, const QString &message, const QString &details = {});

private:
    struct Section {
        QWidget *body = nullptr;
        QVBoxLayout *layout = nullptr;
    };

    static void empty(const Section &section);
    QWidget *makeRow(const PropertyRow &row);
    QWidget *makeSecret(const PropertyRow &row);

    int m_labelWidth = 112;
    QWidget *m_page;
    QVBoxLayout *m_layout;
    std::vector<Section> m_sections;
};

} // namespace falconer
